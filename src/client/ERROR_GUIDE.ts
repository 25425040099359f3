import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** What a developer should know of an error: what it means for people, and what to do. Loaded when it is asked for. */
export interface ErrorGuideEntry {
  /** What has happened. */
  what: string
  /** What to do about it. */
  fix: string
}

/** The long form of every error: the source of docs/failures.md, and of what `debug` prints. */
export const ERROR_GUIDE: Record<PortalErrorCode, ErrorGuideEntry> = {
  offline: {
    what: 'A call failed, and the browser says that the device has no connection.',
    fix: 'Nothing: the portal is asked for once more when the connection is back.',
  },
  proxy_unreachable: {
    what: 'No portal handler answers at the endpoint: the request failed on the way, or the route is not there (404).',
    fix: 'Mount createPortalHandler where PortalProvider’s endpoint leads, /api/seam unless you said otherwise. In development, let the dev server pass that path on.',
  },
  proxy_invalid_response: {
    what: 'Something answered at the endpoint, but not with JSON.',
    fix: 'Look at the answer in the network panel: often another route, a cache or a dev server answers in its place.',
  },
  unauthorized: {
    what: 'Nobody is signed in: authorize gave null, a login page came in place of an answer, or sessionKey is null.',
    fix: 'Sign the user in again. Give the API route a 401 instead of a redirect to the login page. After any other redirect check `endpoint`; its final slash is tried both ways.',
  },
  forbidden: {
    what: 'The user may not do this: authorize gave false, another customer was named, or the grant does not allow it.',
    fix: 'Read onError’s message: it names what the grant would have to allow.',
  },
  not_found: {
    what: 'The handler was reached on a path that it does not serve.',
    fix: 'Route every path below the endpoint to the handler.',
  },
  method_not_allowed: {
    what: 'The handler was asked with another method than POST.',
    fix: 'Let POST through unchanged: a rewrite or a redirect may turn it into GET.',
  },
  unsupported_media_type: {
    what: 'The request was not JSON when it reached the handler.',
    fix: 'Let the content-type header through.',
  },
  payload_too_large: {
    what: 'The body has more bytes than the operation takes: 64 kB to create a portal, 1 MB to push or delete data.',
    fix: 'Send fewer records at a time. Send records with usePushData instead of customer_data.',
  },
  invalid_input: {
    what: 'An option or a record is not what the vendor takes.',
    fix: 'Read the fields of onError’s error: they name each place and what was expected there.',
  },
  rate_limited: {
    what: 'Too many requests in a short time.',
    fix: 'Nothing: the face counts down and tries again when told to. Raise rateLimit if it is yours.',
  },
  timeout: {
    what: 'The backend, the vendor or the portal’s page took too long.',
    fix: 'Look at the backend’s events for how long the vendor takes.',
  },
  vendor_error: {
    what: 'The vendor could not be reached, refused the key, or failed; or the backend is down behind a proxy.',
    fix: 'Look at the handler’s onEvent: its reason says which, and is kept from the browser. If it heard of nothing, start the backend.',
  },
  invalid_response: {
    what: 'The vendor’s answer has no usable link.',
    fix: 'Look at the handler’s onEvent. A backend of your own must answer with customer_portal: { url, expires_at }.',
  },
  portal_url_refused: {
    what: 'The portal’s address is not https, or its origin is not listed. It was not opened.',
    fix: 'If you trust the origin that onError’s message names, add it to portalOrigins, in the provider and in the handler. A sandbox needs its own there.',
  },
  expired: {
    what: 'The link has ended, or had ended when it came.',
    fix: 'Nothing on screen: the user reloads. If links come too old, set the clocks of backend and vendor right.',
  },
  portal_unreachable: {
    what: 'The portal’s origin does not answer: a filter, a DNS or an outage stands between.',
    fix: 'Open the portal in a new tab. Set probe={false} where the probe itself is filtered.',
  },
  blocked_by_csp: {
    what: 'The page’s Content-Security-Policy does not allow the portal in a frame.',
    fix: 'Add the origin that onError’s message names to frame-src.',
  },
  blocked_by_coep: {
    what: 'The page’s Cross-Origin-Embedder-Policy keeps the portal out of frames.',
    fix: 'Send the page without require-corp, or open the portal in a new tab.',
  },
  popup_blocked: {
    what: 'The browser blocked the new tab.',
    fix: 'Open tabs within a click. The user is offered the portal on this page instead.',
  },
  dialog_unavailable: {
    what: 'The browser could not fetch the code of the dialog: the device is offline, or a deployment removed the file.',
    fix: 'Keep the files of the last deployment for a while. The user is offered Retry, a reload of the page, and a new tab.',
  },
  aborted: {
    what: 'Nobody needed the portal any more.',
    fix: 'Nothing.',
  },
}
