import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import type { PortalStatus } from '../../src/index'
import type { createSandbox } from '../../src/sandbox/index'
import { CodePanel } from './CodePanel'
import type { Pasted } from './code/Pasted'
import { FieldForm } from './FieldForm'
import { GrantPanel } from './GrantPanel'
import { LivePortal } from './LivePortal'
import { INITIAL_STATE, type PlaygroundState } from './PlaygroundState'
import { ReloadChip } from './ReloadChip'
import { Segments } from './Segments'
import { Stage } from './Stage'
import { Switch } from './Switch'
import { Toolbar } from './Toolbar'
import { usePlayground } from './usePlayground'
import { withPath } from './withPath'

// Loaded on demand: it brings a parser of TypeScript.
const PasteDialog = lazy(async () => ({ default: (await import('./PasteDialog')).PasteDialog }))

const VIEWS = [
  { value: 'form', label: 'Options' },
  { value: 'portal', label: 'Portal' },
  { value: 'code', label: 'Code' },
] as const

/** The props of the playground. */
export interface PlaygroundProps {
  /** The address of the sandbox's portal page, on the same origin as this page or on another. */
  portalPage: string
  /** Makes the sandbox vendor. @default createSandbox */
  createVendor?: typeof createSandbox
}

/** A form for every field of create_portal, the portal that it makes, and the code for it. It needs no server. */
export function Playground({ portalPage, createVendor }: PlaygroundProps): ReactNode {
  const { state, change, form, changes, config, applied, isWaiting } = usePlayground()
  // Where there is no room for all three, one of them is shown.
  const [view, setView] = useState<(typeof VIEWS)[number]['value']>('portal')
  const [isPasting, setPasting] = useState(false)
  const [calls, setCalls] = useState(0)
  const [status, setStatus] = useState<PortalStatus>()
  const asUserId = useId()

  return (
    <div className="pg">
      <div className="pg-grid" data-view={view}>
        <Toolbar
          state={state}
          onChange={change}
          onReset={() => change(INITIAL_STATE)}
          onPaste={() => setPasting(true)}
        />
        <Segments className="pg-views" label="View" value={view} choices={VIEWS} onChange={setView} />
        <div className="pg-side">
          <div className="pg-check">
            <label htmlFor={asUserId}>As the signed-in user</label>
            <Switch
              id={asUserId}
              aria-describedby={`${asUserId}-why`}
              checked={state.asUser}
              onChange={(asUser) => change({ asUser })}
            />
            <p id={`${asUserId}-why`}>Shows what your server would make of these options.</p>
          </div>
          {state.asUser && (
            <GrantPanel
              grant={state.grant}
              problem={form.problems.get('grant')}
              changes={changes}
              onChange={(grant) => change({ grant })}
              onTake={() => change({ grant: JSON.stringify(form.options, null, 2) })}
            />
          )}
          <FieldForm
            state={state}
            form={form}
            changes={changes}
            onChange={(path, value) =>
              change((before) =>
                path in before ? { [path]: value } : { options: withPath(before.options, path, value) },
              )
            }
          />
        </div>
        <section
          className="pg-portal"
          aria-label="Portal"
          data-waiting={isWaiting || undefined}
          data-status={applied.presentation === 'inline' ? status : undefined}
        >
          <header>
            <ReloadChip applied={applied} isWaiting={isWaiting} problems={form.problems.size} calls={calls} />
          </header>
          <Stage {...state} presentation={applied.presentation}>
            <LivePortal
              key={applied.backend}
              {...applied}
              portalPage={portalPage}
              createVendor={createVendor}
              onCall={() => setCalls((before) => before + 1)}
              onStatusChange={setStatus}
            />
          </Stage>
        </section>
        <CodePanel config={config} />
        {isPasting && (
          <Suspense>
            <PasteDialog onApply={(pasted) => change(stateOf(pasted))} onClose={() => setPasting(false)} />
          </Suspense>
        )}
      </div>
    </div>
  )
}

/** The part of the state that a pasted text is about. What it does not name begins as on a new page. */
function stateOf({ options, heading, theme, customer_key, presentation }: Pasted): Partial<PlaygroundState> {
  return {
    options,
    heading: heading ?? '',
    theme: theme ?? '',
    customer_key: customer_key ?? '',
    customer_data: '',
    ...(presentation && { presentation }),
  }
}
