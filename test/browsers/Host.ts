import { expect } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { createPortalHandler, type PortalGrant } from '../../src/server/index'
import { type HostPageQuery, hostPage } from '../support/hostPage'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import type { TestBrowser } from './TestBrowser'

/** How the host's page is opened. */
interface Visit extends Omit<HostPageQuery, 'show'> {
  /** Headers of the page. */
  headers?: Record<string, string>
}

/** What an answer is as long as there is none yet. */
type Nothing = undefined | null | false | 0 | ''

/** How long a test waits for what must come, in milliseconds. */
const PATIENCE = 20_000

/** A host's page in a browser, its server, and a vendor on another origin. */
export class Host {
  readonly browser: TestBrowser
  sandbox: Sandbox = createSandbox()
  vendor!: ServedFetch
  /** What the host's server refuses to send. */
  refused: RegExp | undefined
  /** What the host's server says of its user. */
  grant: PortalGrant | null | false = null
  /** Where the demo is. */
  readonly demo: string
  readonly #files: Record<string, string>
  #server!: ServedFetch

  constructor(browser: TestBrowser, files: Record<string, string>, demo: string) {
    this.browser = browser
    this.demo = demo
    this.#files = files
  }

  async start(): Promise<void> {
    this.vendor = await serveFetch(async (request) => this.sandbox.fetch(request))
    this.#server = await serveFetch(async (request) => this.#answer(request))
  }

  async stop(): Promise<void> {
    await this.#server.close()
    await this.vendor.close()
  }

  /** Forgets everything, for the next test. */
  reset(): void {
    this.refused = undefined
    this.grant = { customer_key: 'harbour' }
    this.sandbox = createSandbox({ portalOrigin: this.vendor.origin })
  }

  /** Ends the vendor's server. The returned function starts it again at the same address. */
  async cutVendor(): Promise<() => Promise<void>> {
    const port = Number(new URL(this.vendor.origin).port)
    await this.vendor.close()
    return async () => {
      this.vendor = await serveFetch(async (request) => this.sandbox.fetch(request), port)
    }
  }

  async open(show: string, { headers = {}, ...rest }: Visit = {}): Promise<void> {
    const query = new URLSearchParams({ ...rest, show, headers: JSON.stringify(headers) })
    await this.browser.open(`${this.#server.origin}/?${query}`)
  }

  /** Clicks the visible button whose name begins so with the pointer, once it stands still. */
  async click(name: string): Promise<void> {
    const [x, y] = await this.until(`a button “${name}”`, async () =>
      this.browser.run(async (wanted) => {
        const button = [...document.querySelectorAll('button')].find(
          (one) =>
            (one.getAttribute('aria-label') ?? one.textContent)?.startsWith(wanted) &&
            one.checkVisibility({ visibilityProperty: true }) &&
            one.getAttribute('aria-disabled') !== 'true' &&
            !one.closest('[inert]') &&
            (!document.querySelector('dialog[open]') || one.closest('dialog[open]')),
        )
        if (!button) return undefined
        button.scrollIntoView({ block: 'nearest' })
        await Promise.all(
          button
            .closest('dialog')
            ?.getAnimations()
            .map(({ finished }) => finished) ?? [],
        )
        const { left, top, width, height } = button.getBoundingClientRect()
        return [left + width / 2, top + height / 2] as const
      }, name),
    )
    await this.browser.clickAt(x, y)
  }

  /** Asks until there is an answer, and gives it. */
  async until<Value>(what: string, ask: () => Promise<Value | Nothing>): Promise<Value> {
    let found: Value | Nothing
    await expect
      .poll(
        async () => {
          found = await ask()
          return found ? what : `no ${what}`
        },
        { timeout: PATIENCE, interval: 50 },
      )
      .toBe(what)
    return found as Value
  }

  /** Asks until the answer is so. */
  async untilIs<Value>(ask: () => Promise<Value>, wanted: Value): Promise<void> {
    await expect.poll(ask, { timeout: PATIENCE, interval: 50 }).toEqual(wanted)
  }

  async untilLoaded(count = 1): Promise<void> {
    await this.untilThere('[data-status=loaded]', count)
  }

  /** Waits until the page has so many elements that match. */
  async untilThere(selector: string, count = 1): Promise<void> {
    await expect
      .poll(async () => this.count(selector), { timeout: PATIENCE, interval: 50, message: selector })
      .toBe(count)
  }

  async untilFailed(code: string): Promise<void> {
    await this.untilIs(this.state, { status: 'failed', code })
  }

  /** Waits until every animation that ends has ended. The skeleton's does not end. */
  async untilStill(): Promise<void> {
    await this.until('a page that stands still', async () =>
      this.browser.run(() =>
        document
          .getAnimations()
          .every(
            (one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity,
          ),
      ),
    )
  }

  /** The state of the first portal on the page. */
  state = async () =>
    this.browser.run(() => {
      const part = document.querySelector('[data-seam-portal=frame]')
      return {
        status: part?.getAttribute('data-status'),
        code: part?.querySelector('[data-code]')?.getAttribute('data-code'),
      }
    })

  count = async (selector: string) =>
    this.browser.run((wanted) => document.querySelectorAll(wanted).length, selector)

  /** Whether the page has this text. */
  says = async (text: string) =>
    this.browser.run((wanted) => document.body.textContent.includes(wanted), text)

  /** What the focused element is: its part's name, or its text. */
  focused = async () =>
    this.browser.run(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('data-seam-portal') === 'title'
        ? 'title'
        : activeElement === document.body
          ? 'body'
          : activeElement?.localName === 'iframe'
            ? 'frame'
            : (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent)
    })

  /** What happened on the page so far. */
  seen = async () => this.browser.run(() => window.seen)

  /** From now on, the page waits as long as a user's. */
  waitAsUsual = async () =>
    this.browser.run(() => {
      delete document.documentElement.dataset.shorten
    })

  /** The browser says from now on that it has a connection, or that it has none. Its sockets stay as they are. */
  setOnline = async (isOnline: boolean) =>
    this.browser.run((value) => {
      Object.defineProperty(navigator, 'onLine', { value, configurable: true })
      window.dispatchEvent(new Event(value ? 'online' : 'offline'))
    }, isOnline)

  /** Moves the page's clock on, as after a sleep of the machine. */
  sleep = async (days: number) =>
    this.browser.run((ms) => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + ms
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    }, days * 86_400_000)

  /** How many requests for a link the vendor had, and how many for a portal's page. */
  links = () => this.#requests('create_portal')
  pages = () => this.#requests('/portals/')

  /** Waits until the page has the answer about the root of the portal's origin, which a diagnosis asks for. */
  async untilDiagnosed(): Promise<void> {
    const root = `${this.vendor.origin}/`
    await this.until('the end of the diagnosis', async () =>
      this.browser.run((wanted) => performance.getEntriesByName(wanted).length, root),
    )
  }

  #requests(part: string): number {
    return this.sandbox.requests.filter(({ path }) => path.includes(part)).length
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (this.refused?.test(pathname)) throw new Error('Refused.')
    const file = this.#files[pathname]
    if (file !== undefined) {
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
      return new Response(file, { headers: { 'content-type': type } })
    }
    if (pathname.startsWith('/api/seam/')) return this.#proxy(request)
    const { headers = '{}', ...query } = Object.fromEntries(searchParams)
    return new Response(hostPage(this.vendor.origin, query), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(JSON.parse(headers) as Record<string, string>),
      },
    })
  }

  async #proxy(request: Request): Promise<Response> {
    return createPortalHandler({
      apiKey: 'seam_test_sandbox',
      authorize: () => this.grant,
      portalOrigins: [this.vendor.origin],
      fetch: this.sandbox.fetch,
    })(request)
  }
}
