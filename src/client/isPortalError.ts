import type { PortalError } from './PortalError'

/** Tells whether something thrown is a PortalError, also one made by a second copy of this package. */
export function isPortalError(thrown: unknown): thrown is PortalError {
  return thrown instanceof Error && thrown.name === 'PortalError'
}
