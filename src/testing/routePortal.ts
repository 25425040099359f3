import { isPortalError } from '../client/PortalError'
import { TEST_INSIDES } from './TEST_INSIDES'
import type { TestPortal } from './TestPortal'

/** What is used of a request of Playwright's. */
export interface RoutableRequest {
  url(): string
  method(): string
  allHeaders(): Promise<Record<string, string>>
  postData(): string | null
}

/** What is used of a route of Playwright's. */
export interface RoutableRoute {
  request(): RoutableRequest
  fulfill(answer: { status: number; headers: Record<string, string>; body: string }): Promise<void>
  abort(reason: string): Promise<void>
  fallback(): Promise<void>
}

/** What is used of a page of Playwright's. */
export interface RoutablePage {
  url(): string
  isClosed(): boolean
  route(url: string, handle: (route: RoutableRoute) => Promise<void>): Promise<unknown>
  evaluate(script: string): Promise<unknown>
  context(): { route(url: string, handle: (route: RoutableRoute) => Promise<void>): Promise<unknown> }
}

/**
 * Answers a page of Playwright's from a test portal: the requests to the backend at `/api/seam`, and the portal itself.
 * Call it before `page.goto`. The page needs no server for them. Faults, grants and `expireLinks` act on the page too.
 *
 * @example
 * const portal = createTestPortal()
 * await routePortal(page, portal)
 * await page.goto('/')
 */
export async function routePortal(page: RoutablePage, portal: TestPortal): Promise<void> {
  const insides = TEST_INSIDES.get(portal)
  if (!insides) {
    throw new Error(
      'routePortal() was given no test portal, so nothing could answer. Give it what createTestPortal() returns.',
    )
  }
  const url = page.url()
  if (url !== '' && url !== 'about:blank') {
    throw new Error(
      `routePortal() was called after the page went to ${new URL(url).origin}, so the first requests got no answer from the test portal. Call it before page.goto().`,
    )
  }
  await page.route('**/api/seam/**', async (route) => {
    const request = await requestOf(route)
    if (insides.willFail() && request.url.endsWith('/create_portal')) await page.evaluate(UNTIL_WANTED)
    try {
      await send(route, await portal.handler(request))
    } catch (thrown) {
      if (!isPortalError(thrown)) throw thrown
      // The client asks the browser, which is not offline, whether it is.
      await page.evaluate(OFFLINE_ONCE)
      await route.abort('internetdisconnected')
    }
  })
  for (const origin of insides.portalOrigins) {
    // On the context: a portal in a new tab has a page of its own.
    await page.context().route(`${origin}/**`, async (route) => {
      const answer = await portal.sandbox.fetch(await requestOf(route))
      // Another test portal of this context may have made it.
      if (answer.status === 404) await route.fallback()
      else await send(route, answer)
    })
  }
  insides.expiry.add(async () => {
    if (!page.isClosed()) await page.evaluate(LATER)
  })
}

/**
 * Waits until a part of the page shows that it waits for a link, for a second at most. A pointer makes a link before the
 * click: if that failed at once, the click would make another, and the failure would not reach the host.
 */
const UNTIL_WANTED = `new Promise((resolve) => {
  const wanted = '[data-seam-portal=frame]:is([data-status=creating], [data-status=failed], [data-status=expired])'
  const end = performance.now() + 1000
  const look = () =>
    document.querySelector(wanted) || performance.now() > end ? resolve() : setTimeout(look, 10)
  look()
})`

/** Says once that there is no connection. */
const OFFLINE_ONCE =
  "Object.defineProperty(navigator, 'onLine', { configurable: true, get() { delete navigator.onLine; return false } })"

/** Moves the page's monotonic clock a year ahead, and wakes the code that waits for the end of a link. */
const LATER = `{
  const now = performance.now.bind(performance)
  performance.now = () => now() + 365 * 24 * 60 * 60 * 1000
  window.dispatchEvent(new Event('pageshow'))
}`

async function requestOf(route: RoutableRoute): Promise<Request> {
  const request = route.request()
  const body = request.postData()
  // HTTP/2 writes some headers with a colon, which no Request takes.
  const headers = Object.entries(await request.allHeaders()).filter(([name]) => !name.startsWith(':'))
  return new Request(request.url(), { method: request.method(), headers, ...(body !== null && { body }) })
}

async function send(route: RoutableRoute, answer: Response): Promise<void> {
  const headers = Object.fromEntries(answer.headers)
  await route.fulfill({ status: answer.status, headers, body: await answer.text() })
}
