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
 * Its message is for developers and holds no key, no token and no portal address.
 */
export class PortalError extends Error {
  override readonly name = 'PortalError'
  /** Which of the known things went wrong. */
  readonly code: PortalErrorCode
  /** The HTTP status it arrived with; 0 when nothing arrived. */
  readonly status: number
  /** The backend's identifier of the request, for support. */
  readonly requestId: string | undefined
  /** The fields at fault and what was expected of each, by path. */
  readonly fields: Record<string, string[]> | undefined
  /** How long to wait before trying again, in seconds. */
  readonly retryAfter: number | undefined

  constructor(code: PortalErrorCode, message: string, details: PortalErrorDetails = {}) {
    super(message)
    this.code = code
    this.status = details.status ?? PORTAL_ERRORS[code].status
    this.requestId = details.requestId
    this.fields = details.fields
    this.retryAfter = details.retryAfter
  }
}
