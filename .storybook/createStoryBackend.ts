import type { PortalBackend, PortalErrorCode } from '../src/index'
import { createPortalClient } from '../src/index'
import { createSandbox, type SandboxFault, type SandboxFaultOptions } from '../src/sandbox/index'
import { createPortalHandler, type PortalGrant } from '../src/server/index'
import { sampleCustomers } from './sampleCustomers'

/** The settings of a story's backend, in `parameters.portal`. */
export interface StoryBackendOptions {
  /** A fault of the sandbox, and its options. */
  fault?: SandboxFault
  faultOptions?: SandboxFaultOptions
  /** An error that the backend answers with, in the vendor's envelope. */
  error?: PortalErrorCode
  /** The rest of the grant beside the signed-in customer, or a refusal. */
  grant?: Partial<PortalGrant> | null | false
  /** How long the server waits for the vendor, in milliseconds. */
  timeout?: number
}

/** How the vendor behaves. */
export type VendorMode = 'normal' | 'slow' | 'down' | 'expired' | 'blocked'

const VENDOR_MODES: Record<VendorMode, StoryBackendOptions> = {
  normal: {},
  slow: { fault: 'slow', faultOptions: { ms: 3000 } },
  down: { fault: 'server_error' },
  expired: { fault: 'expires_soon', faultOptions: { ms: 300 } },
  blocked: { error: 'blocked_by_csp' },
}

// So long that no timeout of the library ends what a story shows.
const PATIENCE = 600_000

/** Creates the backend of a story: its own vendor, and the handler in front of it. */
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

/** Creates the vendor, handler and client of a story, all in the page. */
export function createStoryBackend(
  customer: string,
  mode: VendorMode,
  story: StoryBackendOptions,
): PortalBackend {
  const options = { ...VENDOR_MODES[mode], ...story }
  if (options.error) {
    const envelope = { error: { type: options.error, message: 'A story asked for this error.' }, ok: false }
    const refuse = () => Promise.resolve(envelope)
    return { createPortal: refuse, pushData: refuse, deleteData: refuse }
  }
  const handler = createStoryHandler(customer, options)
  return createPortalClient({ fetch: (request) => handler(request), timeout: PATIENCE })
}
