/** What an error is called in the words a person reads. */
export type PortalErrorMessage =
  | 'offline'
  | 'unavailable'
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'expired'
  | 'blocked'
  | 'popup_blocked'

/** One thing that can go wrong. */
export interface PortalErrorFacts {
  /** The HTTP status it travels under; 0: it never travels. */
  status: number
  /** The key of the sentence a person reads. */
  message: PortalErrorMessage
}

/** Everything that can go wrong between a click and a portal. */
export const PORTAL_ERRORS = {
  offline: facts(0, 'offline'),
  proxy_unreachable: facts(0),
  proxy_invalid_response: facts(0),
  unauthorized: facts(401, 'unauthorized'),
  forbidden: facts(403, 'forbidden'),
  not_found: facts(404),
  method_not_allowed: facts(405),
  unsupported_media_type: facts(415),
  payload_too_large: facts(413),
  invalid_input: facts(400),
  rate_limited: facts(429, 'rate_limited'),
  timeout: facts(504),
  vendor_error: facts(502),
  invalid_response: facts(502),
  portal_url_refused: facts(502),
  expired: facts(0, 'expired'),
  portal_unreachable: facts(0, 'blocked'),
  blocked_by_csp: facts(0, 'blocked'),
  blocked_by_coep: facts(0, 'blocked'),
  popup_blocked: facts(0, 'popup_blocked'),
  dialog_unavailable: facts(0),
  aborted: facts(0),
}

/** The name of one thing that can go wrong. */
export type PortalErrorCode = keyof typeof PORTAL_ERRORS

function facts(status: number, message: PortalErrorMessage = 'unavailable'): PortalErrorFacts {
  return { status, message }
}
