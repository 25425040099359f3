import { dehydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  PortalError,
  type PortalEvent,
  PortalFrame,
  PortalLauncher,
  PortalProvider,
  type PortalProviderProps,
} from '../../src/index'
import { createVendor, type Vendor } from '../support/renderInPortal'
import { button, createQuestions, frames, linkOf, SECRET, settle, until, untilPortalState } from './onScreen'

/** Everything that the page has logged, sent or stored, as text. */
let heard: string[]
const hear = (...values: unknown[]) => {
  for (const value of values) heard.push(textOf(value))
}

beforeEach(() => {
  heard = []
  for (const level of ['log', 'info', 'debug', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((...line) => hear(...line))
  }
  const send = window.fetch.bind(window)
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    hear(request.url, ...request.headers, init?.body)
    return send(input, init)
  })
  vi.spyOn(navigator, 'sendBeacon').mockImplementation((url, body) => {
    hear(url, body)
    return true
  })
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => hear(text))
  for (const name of ['error', 'unhandledrejection'] as const) window.addEventListener(name, hearThrown)
})

afterEach(() => {
  for (const name of ['error', 'unhandledrejection'] as const) window.removeEventListener(name, hearThrown)
  vi.mocked(console.warn).mockClear()
  vi.mocked(console.error).mockClear()
})

function hearThrown(event: ErrorEvent | PromiseRejectionEvent): void {
  hear('reason' in event ? event.reason : event.error)
}

function textOf(value: unknown): string {
  if (!(value instanceof Error)) return typeof value === 'object' ? JSON.stringify(value) : String(value)
  const { message, stack, cause } = value
  return [message, stack, textOf(cause), JSON.stringify(value), JSON.stringify(Object.entries(value))].join(
    '\n',
  )
}

interface Scene {
  vendor: Vendor
  asked: ReturnType<typeof createQuestions>['asked']
}

/** One way to fail after the link has arrived: the provider's props, and the event. */
const PATHS: Record<string, (scene: Scene) => Promise<unknown>> = {
  'a portal that loads': async ({ vendor, asked }) => {
    asked[0]?.answer(linkOf(vendor))
    await untilPortalState({ status: 'loaded' })
  },
  'a link on an origin that is not listed': async ({ asked }) => {
    asked[0]?.answer({ ...linkOf({ origin: 'https://elsewhere.example' } as Vendor) })
    await untilPortalState({ code: 'portal_url_refused' })
  },
  'a link with a password in it': async ({ vendor, asked }) => {
    const { url } = linkOf(vendor)
    asked[0]?.answer({ url: url.replace('//', '//token=seam_cst_canary:token=seam_cst_canary@') })
    await untilPortalState({ code: 'portal_url_refused' })
  },
  'a link that is no address': async ({ asked }) => {
    asked[0]?.answer({ url: 'seam_cst_canary?token=1' })
    await untilPortalState({ code: 'portal_url_refused' })
  },
  'a link in the wrong place': async ({ vendor, asked }) => {
    asked[0]?.answer({ portal: linkOf(vendor) })
    await untilPortalState({ code: 'invalid_response' })
  },
  'a link with a date that is none': async ({ vendor, asked }) => {
    asked[0]?.answer({ ...linkOf(vendor), expires_at: 'token=soon' })
    await untilPortalState({ code: 'invalid_response' })
  },
  'a link that has ended, twice': async ({ vendor, asked }) => {
    asked[0]?.answer(linkOf(vendor, -1))
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.answer(linkOf(vendor, -1))
    await untilPortalState({ code: 'expired' })
  },
  'a backend’s own exception that names the link': async ({ vendor, asked }) => {
    asked[0]?.fail(Object.assign(new Error(linkOf(vendor).url), { name: 'AbortError' }))
    await untilPortalState({ code: 'aborted' })
  },
  'a portal that ends on screen': async ({ vendor, asked }) => {
    asked[0]?.answer(linkOf(vendor, 400))
    await untilPortalState({ status: 'expired' })
    button('Reload').click()
    await until(() => expect(asked).toHaveLength(2))
    asked[1]?.fail(new PortalError('vendor_error'))
    await untilPortalState({ code: 'vendor_error' })
  },
  'a policy that blocks the portal': async ({ vendor, asked }) => {
    const link = linkOf(vendor)
    asked[0]?.answer(link)
    await until(() => expect(frames()).toHaveLength(1))
    document.dispatchEvent(
      new SecurityPolicyViolationEvent('securitypolicyviolation', {
        documentURI: location.href,
        violatedDirective: 'frame-src',
        effectiveDirective: 'frame-src',
        originalPolicy: 'frame-src',
        statusCode: 200,
        disposition: 'enforce',
        blockedURI: link.url,
      }),
    )
    await untilPortalState({ code: 'blocked_by_csp' })
  },
  'leaving while the link is made': async ({ vendor, asked }) => {
    cleanup()
    asked[0]?.answer(linkOf(vendor))
  },
}

describe('a portal’s address', () => {
  for (const [name, happen] of Object.entries(PATHS)) {
    it(`is only in the frame’s src: ${name}`, async () => {
      const host = new QueryClient()
      const { vendor, asked } = show(host, <PortalFrame onError={(error) => hear(error)} />)
      await until(() => expect(asked).toHaveLength(1))

      await happen({ vendor, asked })
      await settle()
      const copy = document.querySelector<HTMLElement>('[data-seam-portal=reference] button')
      copy?.click()
      await settle()

      hear(dehydrate(host, { shouldDehydrateQuery: () => true, shouldDehydrateMutation: () => true }))
      hear({ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, location.href)
      expect(heard.join('\n')).not.toMatch(SECRET)
      expect(heard.length).toBeGreaterThan(4)
    })
  }

  it('is only in the tab, which opens empty, and in no link on the page', async () => {
    const tab = {
      opener: {},
      document: document.implementation.createHTMLDocument(),
      close: () => {},
    }
    const open = vi.spyOn(window, 'open').mockReturnValue(tab as never)
    const { vendor, asked } = show(
      new QueryClient(),
      <PortalLauncher presentation="tab">Open</PortalLauncher>,
    )
    button(/Open/).click()
    await until(() => expect(asked).toHaveLength(1))

    asked[0]?.answer(linkOf(vendor))
    await until(() => expect(tab.document.querySelector('a')).not.toBeNull())

    expect(open.mock.calls).toEqual([['', '_blank']])
    expect(tab.opener).toBeNull()
    expect(tab.document.querySelector('a')?.rel).toBe('noreferrer')
    expect(heard.join('\n')).not.toMatch(SECRET)
  })
})

function show(host: QueryClient, ui: PortalProviderProps['children']) {
  const vendor = createVendor()
  const { asked, client } = createQuestions()
  render(
    <QueryClientProvider client={host}>
      <PortalProvider
        client={client}
        portalOrigins={[vendor.origin]}
        debug
        onEvent={(event: PortalEvent) => hear(event)}
      >
        {ui}
      </PortalProvider>
    </QueryClientProvider>,
  )
  return { vendor, asked }
}
