import type { ResourceList } from '../wire/RESOURCE_KEYS'
import type { CsvColumn, CsvMapping } from './CsvMapping'
import { FileError } from './FileFinding'
import { readTime, type TimeRules } from './readTime'

/** How one column of this file is read. */
export interface CellRules extends TimeRules {
  field: string
  column: string
  /** The column's place in a row. */
  index: number
  isFact: boolean
  as: NonNullable<CsvColumn['as']>
  separator: string
}

/** Finds the mapped columns in the first row. Throws a FileError that names those it does not find. */
export function toRules(
  { fields, metadata = {}, timeZone, dateOrder }: CsvMapping<ResourceList>,
  names: readonly string[],
  line: number,
): CellRules[] {
  const headings = names.map((name) => name.trim())
  const mapped = [
    ...Object.entries(fields).map(([field, column]) => ({ field, column, isFact: false })),
    ...Object.entries(metadata).map(([field, column]) => ({ field, column, isFact: true })),
  ]
  return mapped.flatMap(({ field, column: given, isFact }) => {
    if (given === undefined) return []
    const own: CsvColumn = typeof given === 'string' ? { column: given } : given
    const { column, as = isFact ? 'text' : usual(field), separator = ';', timeOfDay } = own
    const index = headings.indexOf(column)
    if (index < 0) {
      throw new FileError({
        code: 'column',
        severity: 'error',
        line,
        column,
        sentence: `There is no column "${column}" in the first row.`,
        remedy: `The columns are: ${headings.join(', ')}. If that is one long name, give \`delimiter\`.`,
      })
    }
    return [{ field, column, index, isFact, as, separator, timeZone, dateOrder, timeOfDay }]
  })
}

/** Reads one cell that is not empty. */
export function readCell(
  cell: string,
  rules: CellRules,
): { value: unknown } | { sentence: string; remedy: string } {
  switch (rules.as) {
    case 'keys':
      return {
        value: cell
          .split(rules.separator)
          .map((key) => key.trim())
          .filter((key) => key !== ''),
      }
    case 'time': {
      const read = readTime(cell, rules)
      return 'time' in read ? { value: read.time } : read
    }
    case 'boolean':
      if (/^(true|yes|1)$/i.test(cell)) return { value: true }
      if (/^(false|no|0)$/i.test(cell)) return { value: false }
      return { sentence: 'This is neither true nor false.', remedy: 'Write true or false.' }
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(cell)
        ? { value: Number(cell) }
        : {
            sentence: 'This is no plain number.',
            remedy: 'Write it with digits and a point, such as 90 or 38.72.',
          }
    default:
      return { value: cell }
  }
}

function usual(field: string): CellRules['as'] {
  if (field.endsWith('_keys')) return 'keys'
  if (field === 'starts_at' || field === 'ends_at') return 'time'
  return field === 'duration_minutes' ? 'number' : 'text'
}
