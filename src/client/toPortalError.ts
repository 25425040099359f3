import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { isPortalError } from './isPortalError'
import { PortalError } from './PortalError'

/**
 * Makes a PortalError of anything a host's client may throw. What it said is left out: it may hold a secret. It may
 * have been thrown after the vendor made something, so it counts as a server's failure, and nothing is sent again.
 */
export function toPortalError(thrown: unknown): PortalError {
  // One of a newer copy of this package may have a code without a face here.
  if (isPortalError(thrown) && thrown.code in PORTAL_ERRORS) return thrown
  return (thrown as Error | undefined)?.name === 'AbortError'
    ? new PortalError('aborted')
    : new PortalError('proxy_unreachable', undefined, { status: 500 })
}
