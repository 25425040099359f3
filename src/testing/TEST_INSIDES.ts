import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { TestPortal } from './TestPortal'

/** What other parts of the kit need of a test portal. */
export interface TestInsides {
  portalOrigins: readonly string[]
  /** Ends the links that browser pages hold. */
  expiry: Set<() => Promise<void>>
  /** Whether the next answer fails. */
  willFail: () => boolean
  /** Refuses every request from now on, also with a code that no answer of a backend has. */
  refuse: (code: PortalErrorCode) => void
}

/** The inside of each portal that createTestPortal made. */
export const TEST_INSIDES = new WeakMap<TestPortal, TestInsides>()
