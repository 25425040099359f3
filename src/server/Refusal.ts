import type { ValidationErrors } from '../schemas/describeIssues'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** What a refusal may carry beside its sentence. */
export interface RefusalDetails {
  /** What is wrong with which field, in the vendor's shape. */
  fields?: ValidationErrors | undefined
  /** When to try again, as the header says it. */
  retryAfter?: string | undefined
  /** Why, for `onEvent` only. */
  reason?: string | undefined
}

/** The end of a request that is not answered with what it asked for. Its message goes to the browser. */
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
