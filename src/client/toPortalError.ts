import { isPortalError } from './isPortalError'
import { PortalError } from './PortalError'

/** Makes a PortalError of anything a host's client may throw. What it said is left out: it may hold a secret. */
export function toPortalError(thrown: unknown): PortalError {
  if (isPortalError(thrown)) return thrown
  return new PortalError(
    (thrown as Error | undefined)?.name === 'AbortError' ? 'aborted' : 'proxy_unreachable',
  )
}
