import type { ReactNode } from 'react'
import type { CustomerResourcesFilter } from '../../src/schemas/index'

/** One condition. */
export type Filter = CustomerResourcesFilter

interface FilterControlProps {
  names: Record<string, unknown> & { 'aria-labelledby': string; 'aria-describedby': string }
  value: readonly Filter[] | undefined
  onChange: (value: readonly Filter[] | undefined) => void
}

/** Conditions on the metadata of records, each with the name of a fact and its value: text, true or false. */
export function FilterControl({ names, value: filters = [], onChange }: FilterControlProps): ReactNode {
  const set = (at: number, change: Partial<Filter>) =>
    onChange(filters.map((filter, index) => (index === at ? { ...filter, ...change } : filter)))
  return (
    <div className="pg-filters" role="group" aria-labelledby={names['aria-labelledby']}>
      {filters.map(({ field, value }, at) => (
        // Conditions have no id of their own, and only the last is added.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="pg-filter" key={at}>
          <input
            type="text"
            className="pg-input"
            aria-label={`Condition ${at + 1}: field`}
            aria-describedby={names['aria-describedby']}
            placeholder="field"
            value={field}
            onChange={({ target }) => set(at, { field: target.value })}
          />
          <select
            className="pg-input"
            aria-label={`Condition ${at + 1}: comparison`}
            value={typeof value === 'string' ? 'text' : String(value)}
            onChange={({ target }) =>
              set(at, { value: target.value === 'text' ? '' : target.value === 'true' })
            }
          >
            <option value="text">=</option>
            <option value="true">= true</option>
            <option value="false">= false</option>
          </select>
          {typeof value === 'string' ? (
            <input
              type="text"
              className="pg-input"
              aria-label={`Condition ${at + 1}: value`}
              placeholder="value"
              value={value}
              onChange={({ target }) => set(at, { value: target.value })}
            />
          ) : (
            <span />
          )}
          <button
            type="button"
            className="pg-icon"
            aria-label={`Remove condition ${at + 1}`}
            onClick={() => {
              const left = filters.filter((_, index) => index !== at)
              onChange(left.length ? left : undefined)
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </div>
      ))}
      <button
        type="button"
        className="pg-link"
        onClick={() => onChange([...filters, { field: '', operation: '=', value: '' }])}
      >
        Add a condition
      </button>
    </div>
  )
}
