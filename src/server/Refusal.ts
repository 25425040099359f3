import type { ValidationErrors } from '../schemas/describeIssues'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

const SECRETS = /seam_\w+|Bearer\s+[^\s"',]+|token=[^\s"'&,]+/gi

/** What a refusal may carry beside its message. */
export interface RefusalDetails {
  /** What is wrong with which field, in the vendor's shape. */
  fields?: ValidationErrors | undefined
  /** The value of the `retry-after` header. */
  retryAfter?: string | undefined
  /** The cause, for `onEvent`. The browser does not get it. */
  reason?: string | undefined
}

/** Thrown to end a request with an error answer. The browser gets its message. */
export class Refusal extends Error {
  readonly code: PortalErrorCode
  readonly details: RefusalDetails

  constructor(code: PortalErrorCode, message: string, details: RefusalDetails = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/**
 * Removes keys and tokens from text that other code wrote, and cuts it to 500 characters. This is the last check:
 * no sentence of the handler contains a secret in the first place.
 */
export function redact(text: string): string {
  return text.slice(0, 2000).replace(SECRETS, '[redacted]').slice(0, 500)
}
