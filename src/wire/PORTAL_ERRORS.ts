/** The key of the sentence that the user reads. Several errors share a sentence. */
export type PortalErrorMessage =
  | 'offline'
  | 'unavailable'
  | 'unauthorized'
  | 'forbidden'
  | 'rate_limited'
  | 'expired'
  | 'blocked'
  | 'popup_blocked'

/** The facts about one error code. */
export interface PortalErrorFacts {
  /** The HTTP status of the proxy's answer. 0: the proxy never sends this error. */
  status: number
  /** The key of the sentence that the user reads. */
  message: PortalErrorMessage
}

/** All error codes, from the click to the portal. */
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

/** The code of an error. */
export type PortalErrorCode = keyof typeof PORTAL_ERRORS

function facts(status: number, message: PortalErrorMessage = 'unavailable'): PortalErrorFacts {
  return { status, message }
}
