import type { DeleteFailure } from './DeletePlan'
import type { PushResult } from './PushResult'

/** What became of a deletion, in records: `deleted`, `failed` and `remaining` add up to all of them. */
export interface DeleteResult extends Pick<PushResult, 'checkpoint' | 'stopped'> {
  /** How many the vendor acknowledged. It acknowledges keys that it does not know, too. */
  deleted: number
  /** Those that were not deleted, each with its reason. */
  failed: DeleteFailure[]
  /** How many are still to be deleted. */
  remaining: number
  /** What the ledger did; without one, nothing. */
  ledger: {
    /** How many records it has forgotten, with those that an earlier call deleted. */
    forgotten: number
  }
}
