import type { PushSource, ResourceList } from '../../../src/push/index'

/** Where a run's records come from: your database, in a host. */
export interface Source<Settings> {
  /** The keys of all customers of a run. */
  customers: (settings: Settings) => AsyncIterable<string> | Iterable<string>
  /** Opens the named lists of one customer. Each may be an array, or a cursor of a database. */
  open: (customerKey: string, lists: readonly ResourceList[], settings: Settings) => PushSource
  /** How many records there are in all, where the source can tell. */
  count: (settings: Settings) => number | undefined
}
