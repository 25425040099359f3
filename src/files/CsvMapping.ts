import type { CustomerData } from '../schemas/CustomerData'
import type { ResourceList } from '../wire/RESOURCE_KEYS'

/** A record of one list. */
export type RowOf<List extends ResourceList> = NonNullable<CustomerData[List]>[number]

/** How a column becomes a field. A plain text is short for `{ column: text }`. */
export interface CsvColumn {
  /** The column's name in the file's first row. */
  column: string
  /**
   * `text`: as it is, without blanks around it. `time`: a date and time, which becomes UTC. `keys`: several keys,
   * split at `separator`. `boolean`: true, yes, 1 or false, no, 0. `number`: with a point.
   * @default 'time' for starts_at and ends_at, 'keys' for fields that end in _keys, 'text' for the rest
   */
  as?: 'text' | 'time' | 'keys' | 'boolean' | 'number' | undefined
  /** What stands between keys in a cell. @default ';' */
  separator?: string | undefined
  /** The time of day of a cell that holds a date alone: `15:00`. Without it such a cell is refused. */
  timeOfDay?: string | undefined
}

/** Which columns make a record, and of which list. An empty cell leaves its field out. */
export interface CsvMapping<List extends ResourceList> {
  /** The list the records are for. */
  list: List
  /** The field of each column, by field. */
  fields: { [Field in Exclude<keyof RowOf<List>, 'custom_metadata'>]?: string | CsvColumn | undefined }
  /** Columns that become facts of `custom_metadata`, by the fact's name. */
  metadata?: Record<string, string | CsvColumn> | undefined
  /**
   * The IANA time zone of times that name none, such as `Europe/Lisbon`. Without it local times are refused: a door
   * would open hours early or late.
   */
  timeZone?: string | undefined
  /** Which number comes first in dates such as 03/04/2026. Without it such dates are refused. */
  dateOrder?: 'day-first' | 'month-first' | undefined
}
