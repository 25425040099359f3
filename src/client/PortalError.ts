import { PORTAL_ERRORS, type PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** What is known about an error beside its code and its message. */
export interface PortalErrorDetails {
  /** The HTTP status of the answer; 0 when no answer arrived. Without it, the status of the code in PORTAL_ERRORS. */
  status?: number | undefined
  /** The backend's id of the request, for support. */
  requestId?: string | undefined
  /** The invalid fields by path, and what was expected of each: `{ 'landing_page.manage': ['…'] }`. */
  fields?: Record<string, string[]> | undefined
  /** How long to wait before a retry, in seconds. */
  retryAfter?: number | undefined
}

/**
 * The error of a portal that did not open, or of data that was not sent.
 * Its message is for developers and holds no key, no token and no portal address. docs/failures.md says for each code
 * what happened, why it matters and what to do.
 */
export class PortalError extends Error implements PortalErrorDetails {
  /** Which error it is: one of the codes in docs/failures.md. */
  declare readonly code: PortalErrorCode
  /** The HTTP status of the answer; 0 when no answer arrived. */
  declare readonly status: number
  /** The backend's id of the request, for support. */
  declare readonly requestId: string | undefined
  /** The invalid fields by path, and what was expected of each. */
  declare readonly fields: Record<string, string[]> | undefined
  /** How long to wait before a retry, in seconds. */
  declare readonly retryAfter: number | undefined

  /** `message` says what happened or what to do. It may be the backend's own message. */
  constructor(code: PortalErrorCode, message = 'See docs/failures.md.', details?: PortalErrorDetails) {
    super(`${code}: ${message}`)
    Object.assign(this, { name: 'PortalError', code, status: PORTAL_ERRORS[code].status }, details)
  }
}

/** Whether a thrown value is a PortalError, also one of another copy of this package. */
export function isPortalError(thrown: unknown): thrown is PortalError {
  return thrown instanceof Error && thrown.name === 'PortalError'
}

/**
 * Turns anything that a host's client throws into a PortalError. The thrown message is left out: it may hold a secret.
 * The client may throw after the vendor has made a link, so the status is 500 and the request is not retried.
 */
export function toPortalError(thrown: unknown): PortalError {
  // A newer copy of this package may throw a code that has no error state here.
  if (isPortalError(thrown) && thrown.code in PORTAL_ERRORS) return thrown
  return (thrown as Error | undefined)?.name === 'AbortError'
    ? new PortalError('aborted')
    : new PortalError('proxy_unreachable', undefined, { status: 500 })
}
