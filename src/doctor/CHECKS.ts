/** The doctor's checks, in the order in which they are printed. docs/backend-contract.md defines each. */
export const CHECKS = [
  'reachable',
  'json',
  'no-store',
  'signed-out',
  'foreign-origin',
  'foreign-customer',
  'method',
  'content-type',
  'oversize',
  'malformed',
  'unknown-field',
  'key-not-echoed',
  'portal-origin',
  'lifetime',
  'clock',
  'csp',
  'coep',
  'referrer',
  'https',
] as const

/** The id of a check. */
export type CheckId = (typeof CHECKS)[number]
