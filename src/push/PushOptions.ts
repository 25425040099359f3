import type { PushDataRequest } from '../schemas/CustomerData'
import type { Ledger } from './Ledger'
import type { PlanOptions } from './planPush'
import type { RunOptions } from './RunOptions'

/** Whatever sends one request: `createPortalClient()`, or a line around any other client. */
export interface PushClient {
  /** Sends a body of push_data. Throws, or gives the vendor's error envelope, when it was not taken. */
  pushData?: ((body: PushDataRequest, options: { signal: AbortSignal }) => PromiseLike<unknown>) | undefined
}

/** How to push. */
export interface PushOptions extends Omit<PlanOptions, 'onFailed'>, RunOptions {
  /** Remembers what the vendor has. With one, only records that are new or changed are sent. */
  ledger?: Ledger | undefined
  /** What the client sends to, for the ledger's entries: a workspace's id, or an endpoint. Needed with a `ledger`. */
  workspace?: string | undefined
  /** Sends every record, also unchanged ones: the vendor may have passed over some in silence. @default false */
  full?: boolean | undefined
}
