import type { Answer } from './Answer'

/** What the doctor saw at the proxy. */
export interface ProxyEvidence {
  /** The address of create_portal that answers. */
  url: URL
  /** Whether the caller gave headers, which sign a user in. */
  hasSession: boolean
  /** The answer to the request that a page of ours sends. */
  base: Answer
  /** The answer was found only with the final slash toggled. */
  isSlashNeeded: boolean
  /** The preflight of a page on another origin than the proxy; undefined where page and proxy share one. */
  pagePreflight?: Outcome
  /** The origin of the page, or the proxy's own without a page. */
  pageOrigin: string
  /** The link of the first answer; undefined where there is none. */
  link: SeenLink | undefined
  /** Undefined where the first answer has no link: there is nothing to compare with. */
  probes: Probes | undefined
}

/** What came of one request: an answer, or the sentence that says why there is none. */
export type Outcome = Answer | { failure: string }

/** The link in an answer to create_portal. */
export interface SeenLink {
  url: string
  customer_key?: unknown
  created_at?: unknown
  expires_at?: unknown
}

/** The requests that try what a proxy must refuse or ignore. */
export interface Probes {
  signedOut: Outcome
  foreignOrigin: Outcome
  foreignPreflight: Outcome
  foreignCustomer: Outcome
  method: Outcome
  contentType: Outcome
  oversize: Outcome
  malformed: Outcome
  /** A field that the vendor knows and the contract does not, with a value that the vendor takes. */
  unknownTaken: Outcome
  /** The same field with a value that the vendor refuses. */
  unknownRefused: Outcome
}

/** Whether the proxy's rate limit answered in place of the rule that was tried. */
export function isLimited(outcome: Outcome): boolean {
  return 'status' in outcome && outcome.status === 429
}
