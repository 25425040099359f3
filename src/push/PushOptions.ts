import type { PushDataRequest } from '../schemas/CustomerData'
import type { PushControl } from './createPushControl'
import type { Ledger } from './Ledger'
import type { PlanOptions } from './planPush'
import type { PushCheckpoint } from './PushCheckpoint'
import type { PushClock } from './PushClock'
import type { PushProgressState } from './PushProgressState'

/** Whatever sends one request: `createPortalClient()`, or a line around any other client. */
export interface PushClient {
  /** Sends a body of push_data. Throws, or gives the vendor's error envelope, when it was not taken. */
  pushData?: ((body: PushDataRequest, options: { signal: AbortSignal }) => PromiseLike<unknown>) | undefined
}

/** How to push. */
export interface PushOptions extends Omit<PlanOptions, 'onFailed'> {
  /** Told how the push stands, whenever that changes and once a second while it waits. */
  onProgress?: ((progress: PushProgressState) => void) | undefined
  /** Gives a new checkpoint after each acknowledged request. Keep the last one where a closed tab cannot lose it. */
  onCheckpoint?: ((checkpoint: PushCheckpoint) => void) | undefined
  /** A checkpoint of an earlier push of the same data. What was acknowledged then is not sent again. */
  checkpoint?: PushCheckpoint | undefined
  /** Ends the push. The result tells how far it came. */
  signal?: AbortSignal | undefined
  /** A switch that pauses and resumes it, made by `createPushControl`. */
  control?: PushControl | undefined
  /** Remembers what the vendor has. With one, only records that are new or changed are sent. */
  ledger?: Ledger | undefined
  /** What the client sends to, for the ledger's entries: a workspace's id, or an endpoint. Needed with a `ledger`. */
  workspace?: string | undefined
  /** Sends every record, also unchanged ones: the vendor may have passed over some in silence. @default false */
  full?: boolean | undefined
  /** Whether a record that is refused ends the push. @default 'continue' */
  onFailure?: 'continue' | 'stop' | undefined
  /** How many requests may be in flight at once. @default 2 */
  inFlight?: number | undefined
  /** How long one request may take, in milliseconds; after that it counts as unanswered. @default 30000 */
  timeout?: number | undefined
  /** The clock it goes by. For tests. */
  clock?: PushClock | undefined
}
