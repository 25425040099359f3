import { type RenderResult, render } from '@testing-library/react'
import type { ReactElement, ReactNode } from 'react'
import { inject } from 'vitest'
import {
  createPortalClient,
  type PortalLink,
  PortalProvider,
  type PortalProviderProps,
} from '../../src/index'
import type {
  SandboxFault,
  SandboxFaultOptions,
  SandboxPortal,
  SandboxRequest,
} from '../../src/sandbox/index'
import { createPortalHandler, type PortalHandlerOptions } from '../../src/server/index'

/** What a test may change on the way from the provider to the vendor. */
export interface PortalSetup {
  provider?: Partial<PortalProviderProps>
  handler?: Partial<PortalHandlerOptions>
  strict?: boolean
}

/** The vendor behind a test, on another origin. */
export interface Vendor {
  origin: string
  fetch: (request: Request) => Promise<Response>
  fail: (fault: SandboxFault, options?: SandboxFaultOptions) => Promise<void>
  heal: () => Promise<void>
  /** A portal made with the vendor's official client. */
  createOfficially: () => Promise<PortalLink>
  /** Requests so far: of the API, and of portal pages. */
  log: () => Promise<{
    requests: SandboxRequest[]
    portals: SandboxPortal[]
    creates: number
    documents: number
  }>
}

/** Makes a vendor for one test. */
export function createVendor(): Vendor {
  const origin = inject('sandboxOrigin')
  const home = `${origin}/${crypto.randomUUID()}`
  const ask = async (call?: string, args: unknown[] = []) => {
    const body = JSON.stringify({ call, args })
    // text/plain keeps the browser from asking the vendor first.
    const answer = await fetch(`${home}/control`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain' },
    })
    return (await answer.json()) as { requests: SandboxRequest[]; portals: SandboxPortal[] }
  }
  return {
    origin,
    async fetch(request) {
      // The body as text: a browser streams the body of a copied request, which HTTP/1.1 cannot take.
      const sent = new Request(home + new URL(request.url).pathname, {
        method: request.method,
        headers: request.headers,
        body: await request.text(),
        signal: request.signal,
      })
      // Server to vendor nothing stands between; here it is a browser, and the vendor's CORS does not list this one.
      sent.headers.delete('x-request-id')
      return fetch(sent)
    },
    fail: async (fault, options) => void (await ask('fail', [fault, options])),
    heal: async () => void (await ask('heal')),
    createOfficially: async () => (await fetch(`${home}/official`)).json() as Promise<PortalLink>,
    async log() {
      const { requests, portals } = await ask()
      const count = (part: string) =>
        requests.filter(({ method, path }) => method !== 'OPTIONS' && path.includes(part)).length
      return { requests, portals, creates: count('create_portal'), documents: count('/portals/') }
    },
  }
}

/** The production path up to the vendor's door: vendor, handler, client, provider. */
export function createTestPortal(
  vendor: Vendor,
  { provider, handler }: PortalSetup = {},
): (ui: ReactNode) => ReactElement {
  const answer = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    authorize: () => ({ customer_key: 'harbour' }),
    portalOrigins: [vendor.origin],
    fetch: vendor.fetch,
    ...handler,
  } as PortalHandlerOptions)
  const client = createPortalClient({ fetch: (request) => answer(request) })
  return (ui) => (
    <PortalProvider portalOrigins={[vendor.origin]} {...({ client, ...provider } as PortalProviderProps)}>
      {ui}
    </PortalProvider>
  )
}

/** Renders parts inside a provider whose backend ends at a vendor of this test's own. */
export function renderInPortal(
  ui: ReactNode,
  setup: PortalSetup = {},
): Pick<RenderResult, 'rerender' | 'unmount'> & { vendor: Vendor; wrap: (ui: ReactNode) => ReactElement } {
  const vendor = createVendor()
  const wrap = createTestPortal(vendor, setup)
  const { rerender, unmount } = render(wrap(ui), { reactStrictMode: setup.strict ?? false })
  return { rerender, unmount, vendor, wrap }
}
