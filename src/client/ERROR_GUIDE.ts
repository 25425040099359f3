import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** What a developer should know about an error: what happened, and what to do. Loaded on demand. */
export interface ErrorGuideEntry {
  /** What happened. */
  what: string
  /** What to do. */
  fix: string
}

/** The long form of every error: the source of docs/failures.md, and of what `debug` prints. */
export const ERROR_GUIDE: Record<PortalErrorCode, ErrorGuideEntry> = {
  offline: {
    what: 'A request has failed, and the browser says that the device has no connection.',
    fix: 'Do nothing: the library retries once when the connection is back.',
  },
  proxy_unreachable: {
    what: 'No portal handler answers at `endpoint`: the request failed on the way, or the route does not exist (404).',
    fix: 'Mount createPortalHandler at the path of PortalProvider’s `endpoint`; its default is /api/seam. In development, configure the dev server to proxy that path. If the page has another origin than the handler, add it to the handler’s `origins`.',
  },
  proxy_invalid_response: {
    what: 'The answer from `endpoint` is not JSON.',
    fix: 'Look at the answer in the network panel. Often another route, a cache or a dev server answers instead of the handler.',
  },
  unauthorized: {
    what: 'The user is signed out: `authorize` returned null, a login page answered, or `sessionKey` is null.',
    fix: 'Sign the user in again. Let the API route answer 401 instead of a redirect to the login page. After any other redirect, check `endpoint`; the client tries it with and without a final slash.',
  },
  forbidden: {
    what: 'The user may not do this: `authorize` returned false, the request names another customer, or the grant does not allow it or is not valid.',
    fix: 'Read the message of `onError`’s error: it names what the grant must allow. The `reason` that the handler’s `onEvent` gets says more.',
  },
  not_found: {
    what: 'The request reached the handler on a path that the handler does not serve.',
    fix: 'Route every path below the endpoint to the handler.',
  },
  method_not_allowed: {
    what: 'The request reached the handler with another method than POST.',
    fix: 'Pass POST on unchanged: a rewrite or a redirect may turn it into GET.',
  },
  unsupported_media_type: {
    what: 'The request was not JSON when it reached the handler.',
    fix: 'Pass the content-type header on to the handler.',
  },
  payload_too_large: {
    what: 'The body is larger than the operation allows: 64 kB to create a portal, 1 MB to push or delete data.',
    fix: 'Send fewer records at a time. Send records with usePushData instead of `customer_data`.',
  },
  invalid_input: {
    what: 'The vendor does not accept an option or a record.',
    fix: 'Read `fields` of `onError`’s error: it names each invalid field and what was expected there.',
  },
  rate_limited: {
    what: 'Too many requests in a short time.',
    fix: 'Do nothing: the error state counts down, and then the user can retry. If the limit is the handler’s, raise `rateLimit`.',
  },
  timeout: {
    what: 'The backend, the vendor or the portal’s page took too long to answer.',
    fix: 'Look at the handler’s `onEvent`: it tells how long the vendor takes.',
  },
  vendor_error: {
    what: 'The vendor could not be reached, refused the API key, or failed. Or `authorize` threw. Or the backend behind a proxy is down.',
    fix: 'Look at the handler’s `onEvent`: its `reason` says which, and the browser never gets it. If it was not called, start the backend.',
  },
  invalid_response: {
    what: 'The answer holds no usable link.',
    fix: 'Look at the handler’s `onEvent`. A backend of your own must answer with `customer_portal: { url, expires_at }`.',
  },
  portal_url_refused: {
    what: 'The portal’s address is not https, or its origin is not in `portalOrigins`. It was not opened.',
    fix: 'The message of `onError`’s error, or the `reason` that the handler’s `onEvent` gets, names the origin. If you trust it, add it to `portalOrigins` of the provider and of the handler. For the sandbox, add the sandbox’s origin.',
  },
  expired: {
    what: 'The link has ended, or had already ended when it arrived.',
    fix: 'Do nothing: the user presses Reload. If links arrive too old, correct the clock of the backend.',
  },
  portal_unreachable: {
    what: 'The portal’s origin does not answer: the cause is a network filter, DNS or an outage.',
    fix: 'Open the portal in a new tab. If a filter blocks only the library’s probe, set `probe={false}`.',
  },
  blocked_by_csp: {
    what: 'The Content-Security-Policy of the page does not allow the portal in a frame.',
    fix: 'Add the origin that `onError`’s message names to `frame-src`.',
  },
  blocked_by_coep: {
    what: 'The Cross-Origin-Embedder-Policy of the page does not allow the portal in a frame.',
    fix: 'Send the page without `require-corp`, or open the portal in a new tab.',
  },
  popup_blocked: {
    what: 'The browser blocked the new tab.',
    fix: 'Open tabs only within a click. The user can open the portal on this page instead.',
  },
  dialog_unavailable: {
    what: 'The browser could not fetch the code of the dialog: the device is offline, or a deployment removed the file.',
    fix: 'Keep the files of the last deployment for a while. The user can retry, reload the page, or open a new tab.',
  },
  aborted: {
    what: 'The request was aborted: the part that needed it has unmounted, or the session has ended.',
    fix: 'Do nothing.',
  },
}

const explained = new Set<string>()

/** Prints what an error means and what to do, once for each code. An event holds no address and no token. */
export function explainEvent(event: {
  type: string
  code?: PortalErrorCode
  requestId?: string | undefined
}): void {
  const { code, requestId = 'unknown' } = event
  if (event.type !== 'error' || !code || explained.has(code)) return
  explained.add(code)
  const { what, fix } = ERROR_GUIDE[code]
  console.warn(`react-seam-portal: ${code}. ${what} ${fix} Request: ${requestId}.`)
}

/**
 * Prints one step of a portal's state machine: state, event, next state. If an error caused it, prints the error's
 * message, as a warning: browsers hide the debug level. The message of a PortalError holds no address and no token.
 */
export function explainTransition(from: string, event: string, to: string, reason?: Error): void {
  const step = `react-seam-portal: ${from} → ${to} (${event})`
  if (reason) console.warn(`${step} ${reason.message}`)
  else console.debug(step)
}
