import type { PortalError } from './PortalError'

/** Whether a thrown value is a PortalError, also one of another copy of this package. */
export function isPortalError(thrown: unknown): thrown is PortalError {
  return thrown instanceof Error && thrown.name === 'PortalError'
}
