import { type ReactNode, useId } from 'react'
import type { Field } from './Field'
import { FieldControl } from './FieldControl'
import { Sentence } from './Sentence'
import type { ServerChange } from './serverChanges'
import type { VerticalName } from './VERTICALS'

/** The props of a row. */
export interface FieldRowProps {
  path: string
  field: Field
  value: unknown
  vertical: VerticalName
  /** Whether it differs from the vendor's default. */
  isChanged: boolean
  /** Why the value is not usable yet. */
  problem: string | undefined
  /** What the server makes of the value for the signed-in user. */
  change: ServerChange | undefined
  onChange: (value: unknown) => void
  /** Called when the row is pointed at or has the focus. */
  onExplain: () => void
}

/** One field: its two names, its control, and what is wrong with it or what the server makes of it. */
export function FieldRow(props: FieldRowProps): ReactNode {
  const { path, field, isChanged, problem, change, onExplain } = props
  const id = useId()
  return (
    <div
      className="pg-row"
      data-control={field.control}
      data-path={path}
      onPointerEnter={onExplain}
      onFocus={onExplain}
    >
      <div className="pg-names">
        <span className="pg-label" id={`${id}-label`}>
          {field.label}
          {isChanged && (
            <span className="pg-dot">
              <span className="pg-unseen"> (changed)</span>
            </span>
          )}
        </span>
        <code>{nameOf(path, field)}</code>
      </div>
      <FieldControl {...props} id={id} describedBy={`${id}-why ${id}-problem ${id}-change`} />
      <p className="pg-unseen" id={`${id}-why`}>
        <Sentence text={field.why} />
      </p>
      <p className="pg-problem" id={`${id}-problem`} role="status">
        {problem && <Sentence text={problem} />}
      </p>
      <p className="pg-change" id={`${id}-change`} data-refused={change?.isRefused || undefined}>
        {change && (
          <>
            <span className="pg-unseen">The server: </span>
            <Sentence text={change.sentence} />
          </>
        )}
      </p>
    </div>
  )
}

/** The wire name. A long one may break after a dot or an underscore. */
function nameOf(path: string, { rule, replacedBy }: Field): ReactNode {
  const parts = path.split(/(?<=[._])/)
  const name = parts.flatMap((part, at) =>
    at ? [<wbr key={path + parts.slice(0, at).join('')} />, part] : [part],
  )
  return (
    <>
      {name}
      {rule === 'react' && ' · in React'}
      {replacedBy && ' · deprecated'}
    </>
  )
}
