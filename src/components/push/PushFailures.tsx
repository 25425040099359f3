'use client'

import { type ReactNode, useId, useState } from 'react'
import { describeFailure, type ListedFailure } from './describeFailure'
import { countedIn } from './describePush'
import type { PushWords } from './words/PushWords'

interface PushFailuresProps {
  failures: readonly ListedFailure[]
  words: PushWords
}

/** A page has no use for a hundred thousand rows. The copied list has all of them. */
const SHOWN = 200

/** What was not taken, record by record, behind a button that opens it. Renders a `<details>`. */
export function PushFailures({ failures, words }: PushFailuresProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState<readonly ListedFailure[]>()
  const label = useId()
  const shown = failures.slice(0, SHOWN)
  const copy = () =>
    void navigator.clipboard?.writeText(toTable(failures, words)).then(
      () => setCopied(failures),
      // The browser may deny it, and the list is there to be read.
      () => {},
    )
  return (
    <details data-seam-portal="push-failures" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={label}>{words.details}</summary>
      {open && (
        <>
          {/* Scrollable, so the keyboard has to get there. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div data-seam-portal="push-list" role="region" aria-labelledby={label} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.record}</th>
                  <th scope="col">{words.problem}</th>
                  <th scope="col">{words.todo}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((failure) => (
                  <Row
                    key={`${failure.customer_key} ${failure.list} ${failure.index}`}
                    failure={failure}
                    words={words}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <p data-seam-portal="reference">
            {failures.length > SHOWN && `${countedIn(words, { other: words.more }, SHOWN)} `}
            <button type="button" data-seam-portal="link" onClick={copy}>
              {copied === failures ? words.copied : words.copy}
            </button>
          </p>
        </>
      )}
    </details>
  )
}

function Row({ failure, words }: { failure: ListedFailure; words: PushWords }): ReactNode {
  const { wrong, todo, field, detail } = describeFailure(failure, words)
  return (
    <tr>
      <th scope="row" dir="auto">
        {nameOf(failure)}
        {failure.line !== undefined && <span> {lineOf(failure.line, words)}</span>}
      </th>
      <td>
        {field && <code>{field}</code>} <bdi>{wrong}</bdi>
        {detail && (
          // The engine speaks English.
          <span lang="en" dir="ltr">
            {detail}
          </span>
        )}
      </td>
      <td>
        <bdi>{todo}</bdi>
      </td>
    </tr>
  )
}

function nameOf({ key, list, index }: ListedFailure): string {
  return key?.trim() ? key : `${list}[${index}]`
}

/** The head of the column has no number. */
function lineOf(line: number | '', words: PushWords): string {
  return words.line.replace('{line}', String(line)).trim()
}

/** As cells that a spreadsheet takes when they are pasted. */
function toTable(failures: readonly ListedFailure[], words: PushWords): string {
  const rows = failures.map((failure) => {
    const { wrong, todo, field } = describeFailure(failure, words)
    const { reason, line = '' } = failure
    return [nameOf(failure), field, `${wrong} (${reason})`, todo, String(line)]
  })
  const head = [words.record, words.field, words.problem, words.todo, lineOf('', words)]
  return [head, ...rows].map((cells) => cells.map(toCell).join('\t')).join('\n')
}

/** A key that begins like a formula must not become one, and none may break the table. */
function toCell(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
