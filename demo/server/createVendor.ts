import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { CUSTOMERS } from '../data/CUSTOMERS'
import type { Mood } from '../data/Account'
import { toCustomerData } from '../data/toCustomerData'
import type { CallLog } from './createCallLog'

/** A sandbox vendor in a mood. */
export interface Vendor {
  fetch: Sandbox['fetch']
  mood: Mood
  setMood: (mood: Mood) => void
}

/** Long enough to see the notice that comes after eight seconds, in milliseconds. */
const SLOW_PAGE = 10_000

/** Makes the sandbox vendor with the dashboard's customers in it, and writes down every request it gets. */
export function createVendor(portalOrigin: string, log: CallLog): Vendor {
  const sandbox = createSandbox({ portalOrigin, seed: CUSTOMERS.map(toCustomerData) })
  const vendor: Vendor = {
    mood: 'normal',
    async fetch(request) {
      const started = performance.now()
      const { method, url } = request
      const path = new URL(url).pathname
      if (vendor.mood === 'slow' && path.startsWith('/portals/')) {
        await new Promise((resolve) => setTimeout(resolve, SLOW_PAGE))
      }
      const response = path === '/' ? frontPage() : await sandbox.fetch(request)
      log.add({ to: 'vendor', method, path, status: response.status, duration: performance.now() - started })
      return response
    },
    setMood(mood) {
      vendor.mood = mood
      sandbox.heal()
      if (mood === 'slow') sandbox.fail('slow', { ms: 1500 })
      if (mood === 'down') sandbox.fail('bad_gateway')
      if (mood === 'expired') sandbox.fail('expires_soon', { ms: 10_000 })
    },
  }
  return vendor
}

/** For people who open the second address that the demo prints. The library asks for it too, to see that it is there. */
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
