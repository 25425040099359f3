import type { RecordKeys } from '../schemas/DeleteDataRequest'
import type { ResourceList } from '../wire/RESOURCE_KEYS'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { LedgerKey } from './Ledger'

/** A list whose records the vendor can delete. It cannot delete sites. */
export type DeletableList = Exclude<ResourceList, 'sites'>

/** Keys to delete, list by list: `{ reservation_keys: ['R-20418'] }`. */
export type DeleteSource = {
  [Name in keyof Omit<RecordKeys, 'customer_keys'>]?: readonly string[] | ReadonlySet<string> | undefined
} & {
  /** Whose records they are, for a ledger. It is not sent: the vendor finds records by their keys alone. */
  customer_key?: string | undefined
  /** Not here: it deletes everything its customers have. `client.deleteData` takes it, alone and with an option. */
  customer_keys?: undefined
}

/** What a deletion takes: keys by list, or records as a push lists them in `result.ledger.vanished`. */
export type DeleteInput = DeleteSource | Iterable<Omit<LedgerKey, 'workspace'>>

/** One record to delete. */
export interface DeleteEntry {
  /** Whose record it is, where that is known. */
  customer_key: string | undefined
  /** The list it is in. */
  list: DeletableList
  /** Its place among the keys that were given for this list, from 0. */
  index: number
  /** Its own key. */
  key: string
}

/** A record that was not deleted, and why. */
export interface DeleteFailure {
  /** Whose record it is, where that is known. */
  customer_key: string | undefined
  /** The list it is in. */
  list: ResourceList
  /** Its place among the keys that were given for this list, from 0. */
  index: number
  /** Its own key; undefined when it is none. */
  key: string | undefined
  /** Where in the keys it is: `reservation_keys[12]`. */
  path: string
  /** Which error it is: `invalid_input` when the key itself is at fault. */
  code: PortalErrorCode
  /** What was expected there, or why the backend refused it. */
  reason: string
}

/** One request of a plan. */
export interface DeleteChunk {
  /** Derived from the content: the same keys give the same id. A queue can use it to leave out doubles. */
  id: string
  /** How many records it deletes. */
  records: number
  /** How long its body is as JSON in UTF-8. */
  bytes: number
  /** The body to send. Sending it twice changes nothing. */
  body: RecordKeys
  /** The same records one by one, in the order of the body. */
  entries: readonly DeleteEntry[]
}

/** What a deletion deletes from one list. */
export interface DeletePlanList {
  list: DeletableList
  /** How many records. */
  records: number
  /** The first keys of them, to be shown. */
  first: readonly string[]
}

/** What `ConfirmDelete` shows of a plan. A server can send this alone, without the requests. */
export interface DeletePreview {
  /** How many records are deleted. */
  records: number
  /** What is deleted, in the order of deletion: stays first, then staff, people and places. */
  lists: readonly DeletePlanList[]
  /** What cannot be deleted, each with its reason: sites, and keys that are none. */
  failed: readonly DeleteFailure[]
}

/** What a deletion is about to do: plain data, to be shown, kept or sent before anything is deleted. */
export interface DeletePlan extends DeletePreview {
  /** The requests, in order. */
  chunks: readonly DeleteChunk[]
}
