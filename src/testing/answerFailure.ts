import { PortalError } from '../client/PortalError'
import { answerRefusal } from '../server/PortalAnswer'
import { Refusal } from '../server/Refusal'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/**
 * Answers one request so that the client gives an error of this code, with the status and the envelope of production.
 * Throws where in production no answer arrives.
 */
export function answerFailure(code: PortalErrorCode): Response {
  const message = `The test called fail('${code}').`
  switch (code) {
    case 'offline':
      // What the client makes of a broken connection while the browser says that it is offline.
      throw new PortalError('offline', undefined, { status: 0 })
    case 'proxy_unreachable':
      // Another server answers for a path without a proxy. A broken connection would be retried for three seconds.
      return new Response('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } })
    case 'proxy_invalid_response':
      return new Response('{"customer_portal":', { headers: { 'content-type': 'application/json' } })
    default: {
      // After a second the button for a retry is there again.
      const details = code === 'rate_limited' ? { retryAfter: '1' } : {}
      const headers = { 'x-request-id': crypto.randomUUID(), 'cache-control': 'no-store' }
      const answer = answerRefusal(new Refusal(code, message, details), headers)
      return new Response(answer.body ?? null, {
        headers: answer.headers,
        status: statusOf(code, answer.status),
      })
    }
  }
}

/** The client takes a 404 for a missing proxy, and 499 is no status of the proxy: the envelope alone says these. */
function statusOf(code: PortalErrorCode, status: number): number {
  return code === 'not_found' || status === 499 ? 200 : status
}
