import { isPortalError } from './isPortalError'
import { PortalError } from './PortalError'

/** Makes a PortalError of anything a host's client may throw. What it said is left out: it may hold a secret. */
export function toPortalError(thrown: unknown): PortalError {
  if (isPortalError(thrown)) return thrown
  return thrown instanceof Error && /^(Abort|Cancelled)Error$/.test(thrown.name)
    ? new PortalError('aborted', 'The request was given up before it was answered.')
    : new PortalError(
        'proxy_unreachable',
        'The client given to PortalProvider failed. Look at what it throws.',
      )
}
