import { type ReactNode, useState } from 'react'
import { atPath } from './atPath'
import { type Field, FIELD_GROUPS } from './Field'
import { FieldRow } from './FieldRow'
import { FIELDS } from './FIELDS'
import type { PlaygroundState } from './PlaygroundState'
import type { PlaygroundForm } from './readForm'
import { Sentence } from './Sentence'
import type { ServerChanges } from './serverChanges'

const ALL = Object.entries<Field>(FIELDS).map(([path, field]) => ({ path, field }))

interface FieldFormProps {
  state: PlaygroundState
  form: PlaygroundForm
  changes: ServerChanges
  onChange: (path: string, value: unknown) => void
}

/** A row for every wire field, in seven groups, with a search box and a line that explains the field in use. */
export function FieldForm({ state, form, changes, onChange }: FieldFormProps): ReactNode {
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<readonly string[]>(FIELD_GROUPS.slice(0, 2))
  const [explained, setExplained] = useState<string>()
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = ALL.filter(({ path, field }) =>
    words.every((word) => `${field.label} ${path} ${field.group}`.toLowerCase().includes(word)),
  )
  const isChanged = (path: string) => {
    const typed = path in state ? state[path as 'heading'] : ''
    return Boolean(typed) || atPath(form.options, path) !== undefined
  }
  const why = explained && FIELDS[explained as keyof typeof FIELDS].why

  return (
    <form className="pg-form" aria-label="Options" onSubmit={(event) => event.preventDefault()}>
      <input
        type="search"
        className="pg-search"
        placeholder="Find a field"
        aria-label="Find a field, by either name"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {FIELD_GROUPS.map((group) => {
        const rows = found.filter(({ field }) => field.group === group)
        const count = ALL.filter(({ path, field }) => field.group === group && isChanged(path)).length
        const byServer = ALL.filter(({ path, field }) => field.group === group && changes.has(path)).length
        const isOpen = words.length > 0 || open.includes(group)
        if (!rows.length) return null
        return (
          <section key={group} className="pg-group">
            <h3>
              <button
                type="button"
                aria-expanded={isOpen}
                onClick={() =>
                  setOpen(open.includes(group) ? open.filter((one) => one !== group) : [...open, group])
                }
              >
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="M6 4l4 4-4 4" />
                </svg>
                {group}
                {count > 0 && (
                  <span className="pg-count">
                    <span aria-hidden="true">· {count}</span>
                    <span className="pg-unseen">, {count} changed</span>
                  </span>
                )}
                {byServer > 0 && (
                  <span className="pg-count" data-server="">
                    {byServer} by the server
                  </span>
                )}
              </button>
            </h3>
            {isOpen &&
              rows.map(({ path, field }) => (
                <FieldRow
                  key={path}
                  path={path}
                  field={field}
                  value={path in state ? state[path as 'heading'] : atPath(state.options, path)}
                  vertical={state.vertical}
                  isChanged={isChanged(path)}
                  problem={form.problems.get(path)}
                  change={changes.get(path)}
                  onChange={(value) => onChange(path, value)}
                  onExplain={() => setExplained(path)}
                />
              ))}
          </section>
        )
      })}
      {!found.length && (
        <p className="pg-none">
          No field has this name.{' '}
          <button type="button" className="pg-link" onClick={() => setSearch('')}>
            Show all
          </button>
        </p>
      )}
      {/* Each row has the same text for a screen reader. */}
      <p className="pg-why" aria-hidden="true">
        <span>
          <Sentence text={why ?? 'Point at a field to read what it does.'} />
        </span>
      </p>
    </form>
  )
}
