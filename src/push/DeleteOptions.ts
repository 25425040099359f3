import type { RecordKeys } from '../schemas/DeleteDataRequest'
import type { Ledger } from './Ledger'
import type { RunOptions } from './RunOptions'

/** Whatever sends one deletion: `createPortalClient()`, or a line around any other client. */
export interface DeleteClient {
  /** Sends a body of delete_data. Throws, or gives the vendor's error envelope, when it was refused. */
  deleteData?: ((body: RecordKeys, options: { signal: AbortSignal }) => PromiseLike<unknown>) | undefined
}

/** How to delete. */
export interface DeleteOptions extends RunOptions {
  /** Forgets each record that was deleted, so that no later push lists it as vanished. */
  ledger?: Ledger | undefined
  /** What the client deletes from, as for the push that filled the ledger. Needed with a `ledger`. */
  workspace?: string | undefined
}
