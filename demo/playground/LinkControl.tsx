import { type ReactNode, useId } from 'react'
import type { DeepLink } from '../../src/schemas/index'
import { recordKeys } from './recordKeys'
import { VERTICALS, type VerticalName } from './VERTICALS'

interface LinkControlProps {
  names: Record<string, unknown> & { 'aria-describedby': string }
  value: DeepLink | undefined
  vertical: VerticalName
  onChange: (value: DeepLink | undefined) => void
}

/** The kind of a resource and its key, or the vendor's id of a device. */
export function LinkControl({ names, value, vertical, onChange }: LinkControlProps): ReactNode {
  const list = useId()
  const kind = value?.resource_type ?? ''
  const field = kind === 'device' ? 'resource_id' : 'resource_key'
  const known = kind === 'reservation' || kind === 'space' ? recordKeys(vertical, `${kind}_key`) : []
  const choose = (kind: string, key: string) =>
    onChange(
      kind === ''
        ? undefined
        : kind === 'device'
          ? { resource_type: 'device', resource_id: key }
          : { resource_type: kind as 'reservation', resource_key: key },
    )
  return (
    <div className="pg-pair">
      <select
        {...names}
        className="pg-input"
        value={kind}
        onChange={({ target }) => {
          const [first = ''] =
            target.value === 'reservation' || target.value === 'space'
              ? recordKeys(vertical, `${target.value}_key`)
              : []
          choose(target.value, first)
        }}
      >
        <option value="">None</option>
        <option value="reservation">Reservation</option>
        <option value="space">
          {(VERTICALS[vertical].names as { space_key?: string }).space_key ?? 'Space'}
        </option>
        <option value="device">Device</option>
      </select>
      {value && (
        <input
          type="text"
          className="pg-input"
          aria-label={field}
          aria-describedby={names['aria-describedby']}
          placeholder={field}
          list={list}
          autoComplete="off"
          value={value.resource_type === 'device' ? value.resource_id : value.resource_key}
          onChange={({ target }) => choose(kind, target.value)}
        />
      )}
      <datalist id={list}>
        {known.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </div>
  )
}
