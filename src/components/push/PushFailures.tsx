'use client'

import { type ReactNode, useId, useState } from 'react'
import type { PushFailure } from '../../push/PushFailure'
import { countedIn } from './describePush'
import type { PushWords } from './words/PushWords'

interface PushFailuresProps {
  failures: readonly PushFailure[]
  words: PushWords
}

/** A page has no use for a hundred thousand rows. The copied list has all of them. */
const SHOWN = 200

/** What was not taken, record by record, behind a button that opens it. Renders a `<details>`. */
export function PushFailures({ failures, words }: PushFailuresProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState<readonly PushFailure[]>()
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
                  <th scope="col">{words.field}</th>
                  <th scope="col">{words.problem}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((failure) => (
                  <tr key={`${failure.customer_key} ${failure.list} ${failure.index}`}>
                    <th scope="row" dir="auto">
                      {nameOf(failure)}
                    </th>
                    <td>
                      <code>{fieldOf(failure)}</code>
                      {failure.line !== undefined && (
                        <span> {words.line.replace('{line}', String(failure.line))}</span>
                      )}
                    </td>
                    {/* The engine speaks English. */}
                    <td lang="en" dir="ltr">
                      {failure.reason}
                    </td>
                  </tr>
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

function nameOf({ key, list, index }: PushFailure): string {
  return key?.trim() ? key : `${list}[${index}]`
}

function fieldOf({ path, list, index }: PushFailure): string {
  return path.replace(`${list}[${index}]`, '').replace(/^\./, '') || list
}

/** As cells that a spreadsheet takes when they are pasted. */
function toTable(failures: readonly PushFailure[], words: PushWords): string {
  const rows = failures.map((failure) => [
    nameOf(failure),
    fieldOf(failure),
    failure.reason,
    failure.line === undefined ? '' : String(failure.line),
  ])
  const head = [words.record, words.field, words.problem, words.line.replace('{line}', '').trim()]
  return [head, ...rows].map((cells) => cells.map(toCell).join('\t')).join('\n')
}

/** A key that begins like a formula must not become one, and none may break the table. */
function toCell(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat
}
