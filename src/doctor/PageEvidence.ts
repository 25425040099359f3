import type { Outcome } from './ProxyEvidence'

/** What the doctor saw at the page. */
export interface PageEvidence {
  /** The address that answered in the end. */
  url: URL
  outcome: Outcome
  /** A redirect led to another origin, so the page was not seen. */
  isElsewhere: boolean
}
