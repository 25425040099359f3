import type { PortalBackend, PortalErrorCode } from '../src/index'
import { createPortalClient } from '../src/index'
import { createSandbox, type SandboxFault, type SandboxFaultOptions } from '../src/sandbox/index'
import { createPortalHandler, type PortalGrant } from '../src/server/index'
import { sampleCustomers } from './sampleCustomers'

/** What a story may ask of what stands behind its portal, as `parameters.portal`. */
export interface StoryBackendOptions {
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

/** How the vendor feels today. */
export type Mood = 'normal' | 'slow' | 'down' | 'expired' | 'blocked'

const MOODS: Record<Mood, StoryBackendOptions> = {
  normal: {},
  slow: { fault: 'slow', faultOptions: { ms: 3000 } },
  down: { fault: 'server_error' },
  expired: { fault: 'expires_soon', faultOptions: { ms: 300 } },
  blocked: { error: 'blocked_by_csp' },
}

// Nobody waits this long; what a story is to show must not be cut short by a deadline of ours.
const PATIENCE = 600_000

/** Builds what answers a story's requests: its own vendor, and the handler before it. */
export function createStoryHandler(
  customer: string,
  { fault, faultOptions, grant, timeout = PATIENCE }: StoryBackendOptions = {},
): (request: Request) => Promise<Response> {
  const sandbox = createSandbox({
    seed: sampleCustomers,
    portalPage: new URL('portal.html', document.baseURI).href,
  })
  if (fault) sandbox.fail(fault, faultOptions)
  return createPortalHandler({
    apiKey: 'seam_test_sandbox',
    fetch: sandbox.fetch,
    timeout,
    portalOrigins: [location.origin],
    authorize: () =>
      grant === null || grant === false
        ? grant
        : {
            customer_key: customer,
            allow: { customer_data: true, push_data: true, delete_data: () => true, delete_customer: true },
            ...grant,
          },
  })
}

/** Builds the whole way of a story's requests in the page: vendor, handler, client. */
export function createStoryBackend(customer: string, mood: Mood, story: StoryBackendOptions): PortalBackend {
  const options = { ...MOODS[mood], ...story }
  if (options.error) {
    const envelope = { error: { type: options.error, message: 'A story asked for this error.' }, ok: false }
    const refuse = () => Promise.resolve(envelope)
    return { createPortal: refuse, pushData: refuse, deleteData: refuse }
  }
  const handler = createStoryHandler(customer, options)
  return createPortalClient({ fetch: (request) => handler(request), timeout: PATIENCE })
}
