import { PORTAL_ERRORS, type PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** What is known of an error beside its code and its sentence. */
export interface PortalErrorDetails {
  /** The HTTP status it arrived with; 0 when nothing arrived. Without one, the table's. */
  status?: number | undefined
  /** The backend's identifier of the request, for support. */
  requestId?: string | undefined
  /** The fields at fault and what was expected of each, by path: `{ 'landing_page.manage': ['…'] }`. */
  fields?: Record<string, string[]> | undefined
  /** How long to wait before trying again, in seconds. */
  retryAfter?: number | undefined
}

/**
 * Whatever kept a portal from opening, or data from being sent.
 * Its message is for developers and holds no key, no token and no portal address; what each code means, why it matters
 * and what to do stands in docs/failures.md.
 */
export class PortalError extends Error implements PortalErrorDetails {
  /** Which of the known things went wrong. */
  declare readonly code: PortalErrorCode
  /** The HTTP status it arrived with; 0 when nothing arrived. */
  declare readonly status: number
  /** The backend's identifier of the request, for support. */
  declare readonly requestId: string | undefined
  /** The fields at fault and what was expected of each, by path. */
  declare readonly fields: Record<string, string[]> | undefined
  /** How long to wait before trying again, in seconds. */
  declare readonly retryAfter: number | undefined

  /** Without a message of the backend's own, `message` completes the sentence: what was found, or what to do. */
  constructor(
    code: PortalErrorCode,
    message = 'Look it up in docs/failures.md.',
    details?: PortalErrorDetails,
  ) {
    super(`${code}: ${message}`)
    Object.assign(this, { name: 'PortalError', code, status: PORTAL_ERRORS[code].status }, details)
  }
}
