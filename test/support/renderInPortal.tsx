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

/** What a test may change between the provider and the vendor. */
export interface PortalSetup {
  provider?: Partial<PortalProviderProps>
  handler?: Partial<PortalHandlerOptions>
  strict?: boolean
}

/** The sandbox of one test, on another origin. */
export interface Vendor {
  origin: string
  fetch: (request: Request) => Promise<Response>
  fail: (fault: SandboxFault, options?: SandboxFaultOptions) => Promise<void>
  heal: () => Promise<void>
  /** A portal made with the vendor's official client. */
  createOfficially: () => Promise<PortalLink>
  /** The requests so far, to the API and for portal pages. */
  log: () => Promise<{
    requests: SandboxRequest[]
    portals: SandboxPortal[]
    creates: number
    documents: number
  }>
}

/** Creates the sandbox of one test. */
export function createVendor(): Vendor {
  const origin = inject('sandboxOrigin')
  const home = `${origin}/${crypto.randomUUID()}`
  const ask = async (call?: string, args: unknown[] = []) => {
    const body = JSON.stringify({ call, args })
    // With text/plain, the browser sends no preflight.
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
      // The body as text: a browser would stream the body of a copied request, and HTTP/1.1 does not support that.
      const sent = new Request(home + new URL(request.url).pathname, {
        method: request.method,
        headers: request.headers,
        body: await request.text(),
        signal: request.signal,
      })
      // The handler runs in the browser here, and the sandbox's CORS does not allow this header.
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

/** The real client, handler and sandbox behind a provider. */
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

/** Renders parts inside a provider with the real client, handler and a sandbox of this test. */
export function renderInPortal(
  ui: ReactNode,
  setup: PortalSetup = {},
): Pick<RenderResult, 'rerender' | 'unmount'> & { vendor: Vendor; wrap: (ui: ReactNode) => ReactElement } {
  const vendor = createVendor()
  const wrap = createTestPortal(vendor, setup)
  const { rerender, unmount } = render(wrap(ui), { reactStrictMode: setup.strict ?? false })
  return { rerender, unmount, vendor, wrap }
}
