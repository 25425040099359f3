import type { PortalErrorCode } from '../src/index'
import type { SandboxFault, SandboxFaultOptions } from '../src/sandbox/index'
import type { PortalGrant } from '../src/server/index'
import type { PortalDecoratorOptions } from '../src/testing/index'
import { TEST_INSIDES } from '../src/testing/TEST_INSIDES'

/** What a story may ask of what stands behind its portal, as `parameters.portal`. */
export interface StoryOptions extends Pick<PortalDecoratorOptions, 'provider'> {
  /** A fault of the vendor's, and how it behaves. */
  fault?: SandboxFault
  faultOptions?: SandboxFaultOptions
  /** An error the backend answers with, in the vendor's envelope. */
  error?: PortalErrorCode
  /** What the server grants beside the signed-in customer, or that it refuses. */
  grant?: Partial<PortalGrant> | null | false
  /** How long the server waits for the vendor, in milliseconds. */
  timeout?: number
}

// No user waits this long; what a story is to show must not be cut short by a deadline of ours.
const PATIENCE = 600_000

/** What `portalDecorator` does for a story of a signed-in customer. */
export function storyOptions(
  customer: string,
  { fault, faultOptions, error, grant, timeout = PATIENCE, provider }: StoryOptions,
): PortalDecoratorOptions {
  return {
    grant: grant === null || grant === false ? grant : { customer_key: customer, ...grant },
    handler: { timeout },
    provider: { sessionKey: customer === 'signed-out' ? null : customer, ...provider },
    setUp(portal) {
      if (fault) portal.sandbox.fail(fault, faultOptions)
      if (error) TEST_INSIDES.get(portal)?.refuse(error)
    },
  }
}
