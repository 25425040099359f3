import { expect } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { createPortalHandler } from '../../src/server/index'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import type { TestBrowser } from './TestBrowser'

/** How the host's page is opened. */
interface Visit {
  /** Headers of the page. */
  headers?: Record<string, string>
  /** How many times shorter a long wait is in the page. */
  haste?: number
  /** The stylesheet. */
  style?: '/styles.css' | '/old.css'
}

/** What an answer is as long as there is none yet. */
type Nothing = undefined | null | false | 0 | ''

/** How long a test waits for what must come, in milliseconds. */
const PATIENCE = 12_000

/** A host's page in a browser, its server, and a vendor on another origin. */
export class Host {
  readonly browser: TestBrowser
  sandbox: Sandbox = createSandbox()
  vendor!: ServedFetch
  /** What the host's server refuses to send. */
  refused: RegExp | undefined
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

  async open(show: string, { headers = {}, haste = 1, style = '/styles.css' }: Visit = {}): Promise<void> {
    const query = new URLSearchParams({ show, style, haste: String(haste), headers: JSON.stringify(headers) })
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
  async until<Value>(what: string, ask: () => Promise<Value | Nothing>, patience = PATIENCE): Promise<Value> {
    let found: Value | Nothing
    await expect
      .poll(
        async () => {
          found = await ask()
          return found ? what : `no ${what}`
        },
        { timeout: patience, interval: 50 },
      )
      .toBe(what)
    return found as Value
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

  async untilFailed(code: string, patience = PATIENCE): Promise<void> {
    await expect
      .poll(async () => this.face(), { timeout: patience, interval: 50 })
      .toMatchObject({ status: 'failed', code })
  }

  /** What the first portal on the page says of itself. */
  face = async () =>
    this.browser.run(() => {
      const part = document.querySelector('[data-seam-portal=frame]')
      return {
        status: part?.getAttribute('data-status'),
        code:
          part?.querySelector('[data-code]')?.getAttribute('data-code') ?? part?.getAttribute('data-code'),
      }
    })

  count = async (selector: string) =>
    this.browser.run((wanted) => document.querySelectorAll(wanted).length, selector)

  /** What the focused element is: its part's name, or its text. */
  focused = async () =>
    this.browser.run(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('data-seam-portal') === 'title'
        ? 'title'
        : activeElement === document.body
          ? 'body'
          : (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent)
    })

  told = async () => this.browser.run(() => window.told)

  /** How many requests for a link the vendor had, and how many for a portal's page. */
  links = () => this.#requests('create_portal')
  pages = () => this.#requests('/portals/')

  /** Whether a diagnosis has asked for the root of the portal's origin. */
  wasAsked = () => this.sandbox.requests.some(({ path, status }) => path === '/' && status)

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
    const headers = JSON.parse(searchParams.get('headers') ?? '{}') as Record<string, string>
    return new Response(this.#page(searchParams), {
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    })
  }

  #page(query: URLSearchParams): string {
    return `<!doctype html>
<html lang="en" data-portal="${this.vendor.origin}" data-show="${query.get('show')}" data-haste="${query.get('haste')}">
<meta charset="utf-8"><title>Host</title>
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${query.get('style')}">
<div id="app"></div>
<script type="module" src="/app.js"></script>`
  }

  async #proxy(request: Request): Promise<Response> {
    return createPortalHandler({
      apiKey: 'seam_test_sandbox',
      authorize: () => ({ customer_key: 'harbour' }),
      portalOrigins: [this.vendor.origin],
      fetch: this.sandbox.fetch,
    })(request)
  }
}
