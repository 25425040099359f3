import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** Where a push stands. Counts are in records. */
export interface PushProgressState {
  /**
   * `running`: records go out. `waiting`: the vendor asked for a rest, and the push continues by itself.
   * `paused`: a user must resume it or sign in again. `done`: every record was sent, or has failed.
   * `stopped`: it ended before that.
   */
  state: 'running' | 'waiting' | 'paused' | 'done' | 'stopped'
  /** How many records are settled: sent, unchanged or failed. It only grows. */
  done: number
  /** How many there are; unknown while a list that is no array has not been read to its end. */
  total?: number
  /** How many of `done` have failed. */
  failed: number
  /** How many of `done` were left out, since the ledger says that the vendor has them as they are. */
  unchanged?: number
  /** How much was sent, in bytes of JSON. */
  bytes: number
  /** How many records are settled in a second, over the last ten. Time spent waiting or paused does not count. */
  perSecond: number
  /** How long the rest takes at this speed, in milliseconds; known after three seconds, when `total` is. */
  remainingMs?: number
  /** How much longer the push waits, in milliseconds, while it is `waiting`. */
  waitMs?: number
  /** Which error is the reason, while it is `waiting` or `paused`, or when it has `stopped` for one. */
  code?: PortalErrorCode
}
