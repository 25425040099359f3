import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { isPortalError } from './isPortalError'
import { PortalError } from './PortalError'

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
