import { type ReactNode, useState } from 'react'
import type { Call, VendorMode } from '../data/Account'
import { ChoiceMenu } from './ChoiceMenu'
import { Icon } from './Icon'
import { useCalls } from './useCalls'

const VENDOR_MODES: readonly { value: VendorMode; label: string }[] = [
  { value: 'normal', label: 'Normal' },
  { value: 'slow', label: 'Slow: pages take 10 seconds' },
  { value: 'down', label: 'Down: no answer to be had' },
  { value: 'expired', label: 'Expired: links end after 10 seconds' },
  { value: 'blocked', label: 'Blocked: frames are not allowed' },
]

interface CallStripProps {
  mode: VendorMode | undefined
  onModeChange: (mode: VendorMode) => Promise<void>
}

/** For developers: the last calls, and a menu for the behaviour of the vendor. */
export function CallStrip({ mode, onModeChange }: CallStripProps): ReactNode {
  const [open, setOpen] = useState(false)
  const calls = useCalls()
  const last = calls.find(({ to }) => to === 'dashboard')
  return (
    <section className="strip" aria-label="Calls" data-open={open || undefined}>
      <div className="strip-bar">
        <button type="button" className="strip-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="chevron" />
          <span>{last ? `Last call: ${summaryOf(last)}` : 'No calls yet'}</span>
        </button>
        {mode && (
          <ChoiceMenu
            label="Vendor"
            className="strip-mode"
            align="end"
            side="above"
            value={mode}
            choices={VENDOR_MODES}
            onChange={(mode) => void onModeChange(mode)}
            button={
              <>
                Vendor: {mode}
                <Icon name="chevron" />
              </>
            }
          />
        )}
      </div>
      {open && (
        // It scrolls, so a keyboard user must be able to focus it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="strip-list" tabIndex={0}>
          {calls.length ? (
            <table>
              <thead>
                <tr>
                  <th scope="col">Call</th>
                  <th scope="col">Path</th>
                  <th scope="col">Status</th>
                  <th scope="col">Time</th>
                  <th scope="col">Why</th>
                </tr>
              </thead>
              <tbody>
                {calls.map((call) => (
                  <tr key={call.id}>
                    <td>
                      {call.method}
                      <span className="muted"> to {call.to}</span>
                    </td>
                    <td>{call.path}</td>
                    <td data-failed={call.status >= 400 || undefined}>{call.status}</td>
                    <td>{Math.round(call.duration)} ms</td>
                    <td>{call.why ? WHY[call.why] : ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <p className="muted">Calls appear here once a portal is asked for.</p>
          )}
        </div>
      )}
    </section>
  )
}

const WHY: Record<string, string> = {
  hover: 'asked on hover',
  focus: 'asked on focus',
  click: 'asked on click',
  page: 'asked by the page',
}

function summaryOf({ path, status, duration, why }: Call): string {
  const name = path.split('/').at(-1)?.replace('_', ' ')
  const parts = [name, status, `${Math.round(duration)} ms`, why && WHY[why]]
  return parts.filter(Boolean).join(' · ')
}
