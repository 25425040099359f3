import type { ReactNode } from 'react'
import type { Batch } from './Batch'

/** No more rows than a person reads. */
const SHOWN = 50

interface Row {
  id: string
  where: string
  sentence: string
  remedy: string
}

/** What was found before sending: rows that are no records, and records that will not come out as they were meant. */
export function FindingList({ batch }: { batch: Batch }): ReactNode {
  const { skipped, findings } = batch
  const rows: Row[] = [
    ...skipped.map(({ line, column, sentence, remedy }) => ({
      id: `line ${line} ${column}`,
      where: `Line ${line}`,
      sentence,
      remedy,
    })),
    ...findings
      .filter(({ severity }) => severity !== 'notice')
      .map(({ key, path, line, code, sentence, remedy }) => ({
        id: `${path} ${code}`,
        where: key ?? (line === undefined ? path : `Line ${line}`),
        sentence,
        remedy,
      })),
  ]
  if (rows.length === 0) return <p className="import-clean status">Nothing looks wrong</p>
  return (
    <>
      <p className="import-summary status" data-tone="warning">
        {rows.length.toLocaleString('en-US')} to look at before sending
      </p>
      {/* Scrollable, so the keyboard has to get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className="import-findings" tabIndex={0} aria-label="Findings">
        {rows.slice(0, SHOWN).map(({ id, where, sentence, remedy }) => (
          <li key={id}>
            <strong>{where}</strong>
            <span>
              {sentence} <span className="muted">{remedy}</span>
            </span>
          </li>
        ))}
        {rows.length > SHOWN && <li className="muted">The first {SHOWN} are shown.</li>}
      </ul>
    </>
  )
}
