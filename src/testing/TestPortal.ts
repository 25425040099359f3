import type { ComponentType } from 'react'
import type { PortalClient } from '../client/createPortalClient'
import type { PortalProviderProps } from '../components/PortalProvider'
import type { Sandbox, SandboxOptions } from '../sandbox/Sandbox'
import type { PortalGrant, PortalHandler, PortalHandlerOptions } from '../server/PortalHandlerOptions'
import type { Operation } from '../wire/OPERATIONS'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** The options of `createTestPortal`: those of its sandbox, and what its server grants. All are optional. */
export interface TestPortalOptions extends SandboxOptions {
  /**
   * What `authorize` gives at the start, see `grant`. Its customer is the first of `seed`, else `test-customer`. It
   * allows every operation.
   */
  grant?: Partial<PortalGrant> | null | false
  /** Other options of the handler, such as `origins`, `extraOptions`, `timeout` or `onEvent`. */
  handler?: Partial<Omit<PortalHandlerOptions, 'authorize'>>
}

/** A request that reached the test's backend. */
export interface TestRequest {
  /** The operation, or undefined where the path names none. */
  readonly operation: Operation | undefined
  /** The body as JSON, as the browser sent it. Undefined where it is not JSON. */
  readonly body: unknown
  /** The HTTP status. Undefined while the request is in flight, and after it failed without an answer. */
  readonly status: number | undefined
}

/** How often a failure happens. */
export interface TestFailureOptions {
  /** How many failures reach the host before the next answer succeeds. `Infinity` never ends. @default 1 */
  times?: number
}

/** The props of a test's `Provider`: those of `PortalProvider`, without what the test portal is. */
export type TestProviderProps = Omit<
  PortalProviderProps,
  'client' | 'endpoint' | 'headers' | 'credentials' | 'probe'
>

/** A whole backend in memory, and the parts of a test that use it. */
export interface TestPortal {
  /** A `PortalProvider` whose backend is this portal. It takes the props of `PortalProvider`. */
  readonly Provider: ComponentType<TestProviderProps>
  /** The client, for a test without React or for your own provider: `<App client={portal.client} />`. */
  readonly client: PortalClient
  /** The handler, for a test that calls your routes or your own server. It takes a `Request`. */
  readonly handler: PortalHandler
  /** The vendor. It has all records, and switches for the vendor's own faults. */
  readonly sandbox: Sandbox
  /** The requests so far, oldest first. */
  readonly requests: readonly TestRequest[]
  /** Makes the next answers fail with this code, as they would in production. Calls queue up. */
  readonly fail: (code: PortalErrorCode, options?: TestFailureOptions) => void
  /** Ends every link that this portal has given out. Resolves when React has shown it. */
  readonly expireLinks: () => Promise<void>
  /** Changes what `authorize` gives: fields of the grant, `null` for signed out (401), `false` for forbidden (403). */
  readonly grant: (change: Partial<PortalGrant> | null | false) => void
}
