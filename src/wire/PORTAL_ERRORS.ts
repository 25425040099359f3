/**
 * Everything that can go wrong between a click and a portal.
 * Each code has the HTTP status it travels under (0: it never travels), whether trying the same again can help,
 * and the key of the sentence a person reads.
 */
export const PORTAL_ERRORS = {
  offline: { status: 0, retryable: true, message: 'offline' },
  proxy_unreachable: { status: 0, retryable: true, message: 'unavailable' },
  proxy_invalid_response: { status: 0, retryable: true, message: 'unavailable' },
  unauthorized: { status: 401, retryable: false, message: 'unauthorized' },
  forbidden: { status: 403, retryable: false, message: 'forbidden' },
  not_found: { status: 404, retryable: false, message: 'unavailable' },
  method_not_allowed: { status: 405, retryable: false, message: 'unavailable' },
  unsupported_media_type: { status: 415, retryable: false, message: 'unavailable' },
  payload_too_large: { status: 413, retryable: false, message: 'unavailable' },
  invalid_input: { status: 400, retryable: false, message: 'unavailable' },
  rate_limited: { status: 429, retryable: true, message: 'rate_limited' },
  timeout: { status: 504, retryable: true, message: 'unavailable' },
  vendor_error: { status: 502, retryable: true, message: 'unavailable' },
  invalid_response: { status: 502, retryable: true, message: 'unavailable' },
  portal_url_refused: { status: 502, retryable: false, message: 'unavailable' },
  expired: { status: 0, retryable: true, message: 'expired' },
  portal_unreachable: { status: 0, retryable: true, message: 'blocked' },
  blocked_by_csp: { status: 0, retryable: false, message: 'blocked' },
  blocked_by_coep: { status: 0, retryable: false, message: 'blocked' },
  popup_blocked: { status: 0, retryable: true, message: 'popup_blocked' },
  aborted: { status: 0, retryable: true, message: 'unavailable' },
} as const

/** The name of one thing that can go wrong. */
export type PortalErrorCode = keyof typeof PORTAL_ERRORS

/** What an error is called in the words a person reads. */
export type PortalErrorMessage = (typeof PORTAL_ERRORS)[PortalErrorCode]['message']
