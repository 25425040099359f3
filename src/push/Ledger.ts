import type { ResourceList } from '../wire/RESOURCE_KEYS'

/** What a ledger's entry is kept under. */
export interface LedgerKey {
  /** What the records were sent to: a workspace, or an endpoint. */
  workspace: string
  /** Whose record it is. */
  customer_key: string
  /** The list it is in. */
  list: ResourceList
  /** Its own key. */
  key: string
}

/** What a ledger knows of one record: a fingerprint of how the vendor has it. */
export interface LedgerEntry extends LedgerKey {
  /** A short text made of the record's JSON. */
  hash: string
}

/**
 * Remembers what the vendor has, so that a sync sends only what changed. It keeps keys and fingerprints, no records.
 * Calls come in batches, a few hundred entries at a time, so that a database needs one statement for each.
 */
export interface Ledger {
  /** Gives the fingerprints of these records, in their order; undefined for those it does not know. */
  get: (
    keys: readonly LedgerKey[],
  ) => readonly (string | undefined)[] | Promise<readonly (string | undefined)[]>
  /** Keeps entries, over those that have the same key. Called after the vendor acknowledged the records. */
  set: (entries: readonly LedgerEntry[]) => void | Promise<void>
  /** Forgets records, for example after deleting them upstream. */
  delete: (keys: readonly LedgerKey[]) => void | Promise<void>
  /** Goes through the entries of one customer in one workspace. */
  entries: (
    owner: Pick<LedgerKey, 'workspace' | 'customer_key'>,
  ) => Iterable<LedgerEntry> | AsyncIterable<LedgerEntry>
}
