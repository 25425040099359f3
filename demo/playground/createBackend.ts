import { createPortalClient, PortalError, type PortalClient } from '../../src/client/index'
import { createSandbox } from '../../src/sandbox/index'
import type { CreatePortalInput } from '../../src/index'
import type { PortalOptions } from '../../src/schemas/index'
import { createPortalHandler, type PortalGrant } from '../../src/server/index'
import type { Mood } from './PlaygroundState'
import { VERTICALS, type VerticalName } from './VERTICALS'

/** What stands behind the portal. */
export interface BackendOptions {
  vertical: VerticalName
  /** The customer that has the sample records. */
  owner: string
  mood: Mood
  /** What the server grants. Undefined: whatever is asked for, as the partner's own server could. */
  grant: PortalOptions | undefined
  /** The address of the sandbox's portal page. */
  portalPage: string
  /** Makes the vendor. @default createSandbox */
  createVendor?: typeof createSandbox | undefined
  /** Called for every request to the backend. */
  onCall: () => void
}

/** Long enough to look at the skeleton, in milliseconds. */
const SLOW = 4000

/** The portal has loaded by then, so that the bar of an ended session appears over it. */
const SOON = 1500

/** Creates the client of a whole backend in this page: a sandbox vendor and the handler in front of it. */
export function createBackend(options: BackendOptions): Pick<PortalClient, 'createPortal'> {
  const { vertical, owner, mood, grant, portalPage, createVendor = createSandbox, onCall } = options
  const sandbox = createVendor({
    seed: [{ ...VERTICALS[vertical].customer, customer_key: owner }],
    portalPage,
  })
  if (mood === 'slow') sandbox.fail('slow', { ms: SLOW })
  if (mood === 'down') sandbox.fail('bad_gateway')
  if (mood === 'expired') sandbox.fail('expires_soon', { ms: SOON })
  const handler = createPortalHandler<PortalGrant>({
    apiKey: 'seam_sandbox',
    fetch: sandbox.fetch,
    portalOrigins: [new URL(portalPage).origin],
    authorize: (_request, { context }) => context,
  })

  return {
    async createPortal(input, call) {
      onCall()
      if (mood === 'blocked') {
        throw new PortalError(
          'blocked_by_csp',
          'The mood "blocked" plays a page whose policy forbids the frame.',
        )
      }
      const granted = grant ? { customer_key: owner, portal: grant } : grantAll(input)
      return createPortalClient({ fetch: (request) => handler(request, granted) }).createPortal(input, call)
    },
  }

  /** The grant of a server that decides just what the form says. */
  function grantAll({ customer_key: _key, customer_data: _data, ...asked }: CreatePortalInput) {
    // The browser's filters are added to those of the grant, so they must not be in both.
    const { customer_resources_filters: _, ...portal } = asked
    return { customer_key: owner, portal, allow: { customer_data: true } } satisfies PortalGrant
  }
}
