import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { LedgerKey } from './Ledger'
import type { PushCheckpoint } from './PushCheckpoint'
import type { PushFailure } from './PushFailure'

/** Why a push ended before its end. */
export interface PushStop {
  /** Which error it was; `source_failed` when a list threw while it was read, `ledger_failed` when the ledger threw. */
  code: PortalErrorCode | 'source_failed' | 'ledger_failed'
  /** What happened, why it matters and what to do, for developers. */
  message: string
  /** What a list threw. It may quote data: keep it out of logs. */
  cause?: unknown
}

/** What became of a push, in records: `pushed`, `failed`, `remaining` and `ledger.unchanged` add up to all of them. */
export interface PushResult {
  /**
   * How many the vendor acknowledged, in this call or before its checkpoint. An acknowledgement is all there is:
   * the vendor may still pass over a record in silence, which `checkCustomerData` looks for.
   */
  pushed: number
  /** Those that were not taken, each with its reason. */
  failed: PushFailure[]
  /** How many are still to be sent; undefined when a list that is no array was not read to its end. */
  remaining: number | undefined
  /** From where a later call with the same data continues. */
  checkpoint: PushCheckpoint
  /** What the ledger said; without one, nothing. */
  ledger: {
    /** How many were left out, since the vendor has them as they are. */
    unchanged: number
    /** Records that were pushed once and are not in their list any more. A push deletes none; `planDelete` takes them. */
    vanished: Omit<LedgerKey, 'workspace'>[]
  }
  /** Why it ended early, if it did. */
  stopped?: PushStop
}
