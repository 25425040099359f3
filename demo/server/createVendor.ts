import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { CUSTOMERS } from '../data/CUSTOMERS'
import type { CustomerData } from '../../src/schemas/index'
import type { VendorMode } from '../data/Account'
import { toCustomerData } from '../data/toCustomerData'
import type { CallLog } from './createCallLog'

/** A sandbox vendor whose behaviour a developer can change. */
export interface Vendor {
  fetch: Sandbox['fetch']
  mode: VendorMode
  setMode: (mode: VendorMode) => void
}

/** The delay of a slow page, in milliseconds: longer than the eight seconds after which the notice appears. */
const SLOW_PAGE = 10_000

/** The sandbox's portal page holds all records it shows. With a hundred thousand it would take minutes to open. */
const SHOWN = 500

/** Creates the sandbox vendor with the dashboard's customers, and records every request. */
export function createVendor(portalOrigin: string, log: CallLog): Vendor {
  const sandbox = createSandbox({ portalOrigin, seed: CUSTOMERS.map(toCustomerData) })
  // What is imported beyond that goes where no portal looks.
  const store = createSandbox()
  let imported = 0
  const vendor: Vendor = {
    mode: 'normal',
    async fetch(request) {
      const started = performance.now()
      const { method, url } = request
      const path = new URL(url).pathname
      if (vendor.mode === 'slow' && path.startsWith('/portals/')) {
        await new Promise((resolve) => setTimeout(resolve, SLOW_PAGE))
      }
      if (path === '/customers/push_data') {
        const { reservations = [] } = (await request.clone().json()) as CustomerData
        imported += reservations.length
      }
      // A record that was imported is in one of the two.
      if (path === '/customers/delete_data') await store.fetch(request.clone())
      const { fetch } = path === '/customers/push_data' && imported > SHOWN ? store : sandbox
      const response = path === '/' ? frontPage() : await fetch(request)
      log.add({ to: 'vendor', method, path, status: response.status, duration: performance.now() - started })
      return response
    },
    setMode(mode) {
      vendor.mode = mode
      for (const one of [sandbox, store]) {
        one.heal()
        if (mode === 'slow') one.fail('slow', { ms: 1500 })
        if (mode === 'down') one.fail('bad_gateway')
        if (mode === 'expired') one.fail('expires_soon', { ms: 10_000 })
      }
    },
  }
  return vendor
}

/** The page at the second address that the demo prints. The library's probe also requests it. */
function frontPage(): Response {
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Sandbox vendor</title>
<body style="max-width: 60ch; margin: 15vh auto; padding: 0 24px; font: 16px/1.5 system-ui, sans-serif">
<h1 style="font-size: 20px">Sandbox vendor</h1>
<p>This server plays the vendor for the demo: it answers the API calls and serves the portal pages. It has no page for you. Open the dashboard, the other address in your terminal.</p>
`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}
