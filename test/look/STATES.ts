import type { PortalErrorCode } from '../../src/index'

/** One failure for each of the faces a portal can have. */
export const FAILURES = [
  'offline',
  'vendor_error',
  'unauthorized',
  'forbidden',
  'rate_limited',
  'expired_link',
  'blocked_by_csp',
  'popup_blocked',
] as const

/** Everything a portal's box can show, in the order in which a person may meet it. */
export const STATES = ['creating', 'slow', 'loaded', 'expired', ...FAILURES, 'retrying', 'reloading'] as const

/** The name of one thing that a portal's box can show. */
export type StateName = (typeof STATES)[number]

/** What a launcher can look like. */
export const LAUNCHERS = ['idle', 'outline', 'disabled', 'tab', 'busy', 'blocked'] as const

/** The status that the box of a state ends in. */
export function statusOf(state: StateName): string {
  if (state === 'creating' || state === 'slow' || state === 'loaded') return state
  return state === 'expired' || state === 'reloading' ? 'expired' : 'failed'
}

/** The status in which the clock is moved on. */
export function statusBefore(state: StateName): string {
  if (state === 'slow') return 'loading'
  return state === 'expired' || state === 'reloading' ? 'loaded' : statusOf(state)
}

/** The error a failing backend gives. */
export function codeOf(state: StateName): PortalErrorCode | undefined {
  if (state === 'retrying') return 'vendor_error'
  if (state === 'expired_link') return 'expired'
  return (FAILURES as readonly string[]).includes(state) ? (state as PortalErrorCode) : undefined
}

/** Whether somebody has pressed the button to try again, and the answer has not come. */
export function isAgain(state: StateName): boolean {
  return state === 'retrying' || state === 'reloading'
}
