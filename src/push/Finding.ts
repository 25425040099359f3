import type { ResourceList } from '../wire/RESOURCE_KEYS'

/** What kind of trouble a finding is about. */
export type FindingCode =
  | 'duplicate_key'
  | 'unknown_reference'
  | 'shared_email'
  | 'ends_before_start'
  | 'refused_by_vendor'
  | 'not_filterable'
  | 'two_people'
  | 'unreadable'

/** Something in a customer's data that will not come out as it was meant. */
export interface Finding {
  /** Which kind it is. */
  code: FindingCode
  /**
   * `error`: the record will not be taken. `warning`: it will be taken, and then ignored or misread.
   * `notice`: it may be right, and cannot be told from this data alone.
   */
  severity: 'error' | 'warning' | 'notice'
  /** The list it is in. */
  list: ResourceList
  /** The record's place in that list, from 0. */
  index: number
  /** The record's own key, where it has one. */
  key: string | undefined
  /** Where in the data it is: `reservations[12].ends_at`. */
  path: string
  /** What is there, and what becomes of it. */
  sentence: string
  /** What to do. */
  remedy: string
  /** The line of the file it was read from, when `react-seam-portal/files` read it. */
  line?: number
}
