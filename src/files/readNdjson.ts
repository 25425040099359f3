import { LINE } from '../wire/LINE'
import { FileError, type FileFinding } from './FileFinding'
import type { FileOptions, FileSource } from './FileSource'
import { readText } from './readText'

/** How to read a file of JSON lines. */
export type NdjsonOptions = FileOptions

/**
 * Reads records from a file with one JSON object a line. Give the result to a push as one of its lists; findings and
 * failures then name the line. Blank lines are passed over.
 *
 * @example
 * await pushData(client, { customer_key: 'harbour', reservations: readNdjson<Reservation>(file) })
 */
export async function* readNdjson<Row extends object>(
  source: FileSource,
  { onFinding }: NdjsonOptions = {},
): AsyncGenerator<Row, void, void> {
  let line = 0
  let rest = ''
  const report = (finding: FileFinding): undefined => {
    if (!onFinding) throw new FileError(finding)
    onFinding(finding)
  }
  const read = (text: string): Row | undefined => {
    line += 1
    if (text.trim() === '') return undefined
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return report({
        code: 'value',
        severity: 'error',
        line,
        sentence: 'This line is not JSON, so it is no record.',
        remedy: 'Write each record as one JSON object on one line.',
      })
    }
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      return report({
        code: 'value',
        severity: 'error',
        line,
        sentence: 'This line is JSON and no object, so it is no record.',
        remedy: 'Write each record as one JSON object on one line, not all of them as one list.',
      })
    }
    return Object.defineProperty(value, LINE, { value: line }) as Row
  }
  for await (const piece of readText(source)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      const row = read(text)
      if (row) yield row
    }
  }
  const last = read(rest)
  if (last) yield last
}
