import { type ReactNode, useId } from 'react'
import { RECORD_NAMES, type LandingKey, VERTICALS, type VerticalName } from './VERTICALS'
import { recordKeys } from './recordKeys'

interface LandingControlProps {
  names: Record<string, unknown> & { 'aria-describedby': string }
  value: object | undefined
  vertical: VerticalName
  onChange: (value: object | undefined) => void
}

/** The kind of a record and its key. The kinds of the chosen business come first, under its own names. */
export function LandingControl({ names, value, vertical, onChange }: LandingControlProps): ReactNode {
  const list = useId()
  const { manage = {} } = (value ?? {}) as { manage?: Partial<Record<LandingKey, string>> }
  const [kind = '', key = ''] = Object.entries(manage)[0] ?? []
  const own: Partial<Record<LandingKey, string>> = VERTICALS[vertical].names
  const others = (Object.keys(RECORD_NAMES) as LandingKey[]).filter((name) => !(name in own))
  return (
    <div className="pg-pair">
      <select
        {...names}
        className="pg-input"
        value={kind}
        onChange={({ target }) =>
          onChange(
            target.value
              ? { manage: { [target.value]: recordKeys(vertical, target.value as LandingKey)[0] ?? '' } }
              : undefined,
          )
        }
      >
        <option value="">Default</option>
        <optgroup label={VERTICALS[vertical].label}>
          {Object.entries(own).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </optgroup>
        <optgroup label="Other records">
          {others.map((name) => (
            <option key={name} value={name}>
              {RECORD_NAMES[name]}
            </option>
          ))}
        </optgroup>
      </select>
      {kind && (
        <input
          type="text"
          className="pg-input"
          aria-label={`Key: ${kind}`}
          aria-describedby={names['aria-describedby']}
          placeholder={kind}
          list={list}
          autoComplete="off"
          value={key}
          onChange={({ target }) => onChange({ manage: { [kind]: target.value } })}
        />
      )}
      <datalist id={list}>
        {recordKeys(vertical, kind as LandingKey).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </div>
  )
}
