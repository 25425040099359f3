import type { ReactNode } from 'react'
import type { Difference } from './code/Pasted'
import { Sentence } from './Sentence'

/** The kinds, those that need attention first. */
const KINDS = { translated: 'Translated', dropped: 'Dropped', kept: 'Kept' } as const

/** What becomes of each field of a pasted text, with the reason. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }): ReactNode {
  if (!differences.length) return null
  const sorted = (Object.keys(KINDS) as Difference['kind'][]).flatMap((kind) =>
    differences.filter((one) => one.kind === kind),
  )
  return (
    // It scrolls, so a keyboard user must be able to focus it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className="pg-differences" aria-label="What becomes of each field" tabIndex={0}>
      {sorted.map(({ kind, field, from, sentence }) => (
        <li key={`${kind} ${field} ${sentence}`} data-kind={kind}>
          <strong>{KINDS[kind]}</strong>
          <div>
            {kind === 'translated' && from !== undefined && (
              <>
                <code className="pg-from">{from}</code> →{' '}
              </>
            )}
            <code>{field}</code>
            {kind !== 'translated' && from !== undefined && <code className="pg-from">{from}</code>}
            <p>
              <Sentence text={sentence} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
