import { LINE } from '../wire/LINE'
import type { ResourceList } from '../wire/RESOURCE_KEYS'
import { RESOURCE_KEYS } from '../wire/RESOURCE_KEYS'
import type { CsvMapping, RowOf } from './CsvMapping'
import { FileError, type FileFinding } from './FileFinding'
import type { FileOptions, FileSource } from './FileSource'
import { parseCsv } from './parseCsv'
import { readCell, type CellRules, toRules } from './readCell'

/** How to read a CSV file. */
export interface CsvOptions extends FileOptions {
  /** What stands between cells. @default ',' */
  delimiter?: string | undefined
}

/**
 * Reads records from a CSV file with a row of column names. Give the result to a push as one of its lists; findings
 * and failures then name the line. Times that name no time zone are refused unless the mapping gives one.
 * It needs the package csv-parse beside this one.
 *
 * @example
 * const reservations = readCsv(file, {
 *   list: 'reservations',
 *   fields: { reservation_key: 'Booking', starts_at: 'Arrival', ends_at: 'Departure', space_keys: 'Room' },
 *   timeZone: 'Europe/Lisbon',
 * })
 */
export async function* readCsv<List extends ResourceList>(
  source: FileSource,
  mapping: CsvMapping<List>,
  { delimiter = ',', onFinding }: CsvOptions = {},
): AsyncGenerator<RowOf<List>, void, void> {
  checkMapping(mapping)
  const report = (finding: FileFinding): void => {
    if (!onFinding) throw new FileError(finding)
    onFinding(finding)
  }
  let rules: readonly CellRules[] | undefined
  for await (const { line, cells } of parseCsv(source, delimiter)) {
    if (!rules) {
      rules = toRules(mapping, cells, line)
      continue
    }
    const record = readRow(cells, line, rules, report)
    if (record) yield record as RowOf<List>
  }
}

function readRow(
  cells: readonly string[],
  line: number,
  rules: readonly CellRules[],
  report: (finding: FileFinding) => void,
): object | undefined {
  // Made without a prototype, so that a fact may have any name.
  const record: Record<string, unknown> = {}
  const metadata: Record<string, unknown> = {}
  let isWhole = true
  for (const rule of rules) {
    const cell = (cells[rule.index] ?? '').trim()
    if (cell === '') continue
    const read = readCell(cell, rule)
    if ('sentence' in read) {
      isWhole = false
      report({ code: 'value', severity: 'error', line, column: rule.column, ...read })
      continue
    }
    define(rule.isFact ? metadata : record, rule.field, read.value)
  }
  if (Object.keys(metadata).length > 0) record.custom_metadata = metadata
  return isWhole ? Object.defineProperty(record, LINE, { value: line }) : undefined
}

/** Plain assignment to `__proto__` would set the prototype; a push then names the field. */
function define(target: object, field: string, value: unknown): void {
  Object.defineProperty(target, field, { value, enumerable: true, writable: true, configurable: true })
}

function checkMapping({ list, fields, timeZone }: CsvMapping<ResourceList>): void {
  const keyField: string | undefined = RESOURCE_KEYS[list]
  if (!keyField) throw new TypeError(`\`list\` is "${list}", which is none of the vendor's lists.`)
  if (!fields || (fields as Record<string, unknown>)[keyField] === undefined) {
    throw new TypeError(
      `\`fields.${keyField}\` is missing, so no row could become a record of ${list}. Name the column that holds each record's own key.`,
    )
  }
  if (timeZone === undefined) return
  try {
    Intl.DateTimeFormat('en-US', { timeZone })
  } catch {
    throw new TypeError(
      `\`timeZone\` is "${timeZone}", which is no time zone known here. Give an IANA name such as Europe/Lisbon.`,
    )
  }
}
