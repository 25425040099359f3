import type { PushControl } from './createPushControl'
import type { PushCheckpoint } from './PushCheckpoint'
import type { PushClock } from './PushClock'
import type { PushProgressState } from './PushProgressState'

/** How a push or a deletion sends its requests. */
export interface RunOptions {
  /** Told how it stands, whenever that changes and once a second while it waits. */
  onProgress?: ((progress: PushProgressState) => void) | undefined
  /** Gives a new checkpoint after each acknowledged request. Keep the last one where a closed tab cannot lose it. */
  onCheckpoint?: ((checkpoint: PushCheckpoint) => void) | undefined
  /** A checkpoint of an earlier call with the same data. What was acknowledged then is not sent again. */
  checkpoint?: PushCheckpoint | undefined
  /** Ends it. The result tells how far it came. */
  signal?: AbortSignal | undefined
  /** A switch that pauses and resumes it, made by `createPushControl`. */
  control?: PushControl | undefined
  /** Whether a record that is refused ends it. @default 'continue' */
  onFailure?: 'continue' | 'stop' | undefined
  /** How many requests may be in flight at once. @default 2 */
  inFlight?: number | undefined
  /** How long one request may take, in milliseconds; after that it counts as unanswered. @default 30000 */
  timeout?: number | undefined
  /** The clock it goes by. For tests. */
  clock?: PushClock | undefined
}
