import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import { createPortalHandler } from '../../src/server/index'
import { bundleHostApp } from '../support/bundleHostApp'
import { findChromium } from '../support/findChromium.mjs'
import { hostPage } from '../support/hostPage'
import { type ServedFetch, serveFetch } from '../support/serveFetch'

let host: ServedFetch
let vendor: ServedFetch
let sandbox: Sandbox
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const files = await bundleHostApp()
  vendor = await serveFetch(async (request) => sandbox.fetch(request))
  host = await serveFetch(async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    const file = files[pathname]
    if (file !== undefined) {
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
      return new Response(file, { headers: { 'content-type': type } })
    }
    if (pathname.startsWith('/api/seam/')) return proxy(request)
    const headers = JSON.parse(searchParams.get('headers') ?? '{}') as Record<string, string>
    return new Response(hostPage(vendor.origin, { show: searchParams.get('show') ?? 'frame' }), {
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    })
  })
  const { executablePath, env, args } = await findChromium()
  browser = await chromium.launch({ executablePath, env, args })
})

afterAll(async () => {
  await browser.close()
  await host.close()
  await vendor.close()
})

beforeEach(async () => {
  sandbox = createSandbox({ portalOrigin: vendor.origin })
  context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  page = await context.newPage()
})

afterEach(async () => {
  await context.close()
})

describe('a strict page', () => {
  it('gets no violation from any part in a production build', async () => {
    await open('everything', {
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        `connect-src 'self' ${vendor.origin}`,
        `frame-src ${vendor.origin}`,
        "require-trusted-types-for 'script'",
      ].join('; '),
    })
    await untilLoaded(1)

    for (const [at, name] of [
      'Open a dialog',
      'Open a drawer',
      'Open parts',
      'Open from anywhere',
    ].entries()) {
      await page.getByRole('button', { name }).click()
      await untilLoaded(at + 2)
      await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).click()
    }
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Open a tab' }).click(),
    ])
    await tab.waitForURL(`${vendor.origin}/**`)

    expect(await seen('violations')).toEqual([])
    expect(await tab.evaluate(() => [document.referrer, window.opener as unknown])).toEqual(['', null])
  })
})

describe('a page whose policy blocks the portal', () => {
  it('blocked_by_csp: the page’s frame-src does not list the portal', async () => {
    await open('frame', { 'content-security-policy': "frame-src 'self'" })

    await untilFailed('blocked_by_csp', 'This page can’t be shown here')

    expect(await seen('violations')).toEqual(['enforce frame-src'])
    await page.getByRole('button', { name: 'Open in a new tab' }).waitFor()
  })

  it('blocked_by_csp: the page’s default-src does not list the portal', async () => {
    await open('frame', {
      'content-security-policy': "default-src 'self'; style-src 'self'; connect-src 'self'",
    })

    await untilFailed('blocked_by_csp', 'This page can’t be shown here')
  })

  it('is not affected by a report-only policy', async () => {
    await open('frame', { 'content-security-policy-report-only': "default-src 'self'" })

    await untilLoaded(1)
    await untilDiagnosed()

    expect(await status()).toBe('loaded')
  })

  for (const policy of ['require-corp', 'credentialless']) {
    it(`blocked_by_coep: the page’s Cross-Origin-Embedder-Policy is ${policy}`, async () => {
      await open('frame', { 'cross-origin-embedder-policy': policy })

      await untilFailed('blocked_by_coep', 'This page can’t be shown here')
    })
  }

  it('blocked_by_coep: the browser has ReportingObserver and reports no blocked frame, as Firefox 153 does', async () => {
    await context.addInitScript(() => {
      window.ReportingObserver = class {
        observe() {}
        disconnect() {}
        takeRecords = () => []
      }
    })
    await open('frame', { 'cross-origin-embedder-policy': 'require-corp' })

    await untilFailed('blocked_by_coep', 'This page can’t be shown here')
  })

  it('is not affected by a report-only embedder policy', async () => {
    await open('frame', { 'cross-origin-embedder-policy-report-only': 'require-corp' })

    await untilLoaded(1)
    await untilDiagnosed()

    expect(await status()).toBe('loaded')
  })
})

describe('a portal that cannot be reached', () => {
  it('portal_unreachable: connections to its origin are refused', async () => {
    await context.route(`${vendor.origin}/**`, (route) => route.abort('connectionrefused'))
    await open('frame')

    await untilFailed('portal_unreachable', 'This page can’t be shown here')
  })

  it('portal_unreachable: connections to its origin are refused, and the page’s own server is silent', async () => {
    await context.route(`${vendor.origin}/**`, (route) => route.abort('connectionrefused'))
    await context.route(`${host.origin}/**`, (route) => {
      if (route.request().method() !== 'HEAD') return route.fallback()
      return undefined
    })
    await open('frame')

    await untilFailed('portal_unreachable', 'This page can’t be shown here')
  })

  it('stays loaded when the page’s own policy blocks the probe', async () => {
    await open('frame', { 'content-security-policy': "connect-src 'self'" })

    await untilLoaded(1)
    await expect.poll(async () => seen('violations')).toEqual(['enforce connect-src'])

    expect(await status()).toBe('loaded')
  })

  it('stays loaded when the portal refuses frames, because the page cannot detect it', async () => {
    sandbox.fail('portal_refuses_frames')
    await open('frame')

    await untilLoaded(1)
    await untilDiagnosed()

    expect(await status()).toBe('loaded')
  })
})

describe('a device without a connection', () => {
  it('offline: shows a notice at once, and Retry opens the tab when the connection is back', async () => {
    await open('tab')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Open a tab' }).click()
    await page.getByText('You’re offline').waitFor()
    expect(calls()).toBe(0)

    await context.setOffline(false)
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Retry' }).click(),
    ])
    await tab.waitForURL(`${vendor.origin}/**`)
    expect(calls()).toBe(1)
  })
})

describe('a dialog whose code cannot be fetched', () => {
  it('dialog_unavailable: shows a notice beside the button, and opens after Retry', async () => {
    await refuseDialog()
    await open('dialog')
    const launcher = page.getByRole('button', { name: 'Open a dialog' })
    await launcher.click()

    const notice = page.getByRole('status').filter({ hasText: 'Access settings didn’t load' })
    await notice.waitFor()
    const retry = page.getByRole('button', { name: 'Retry' })
    expect(await retry.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(await launcher.getAttribute('aria-expanded')).toBe('false')
    const codes = (await seen('events')).flatMap((event) => (event.type === 'error' ? [event.code] : []))
    expect(codes).toEqual(['dialog_unavailable'])
    expect(await page.evaluate(() => window.seen.errors)).toEqual(['dialog_unavailable'])

    await context.unroute(/renderDialog/)
    await retry.click()
    // Chromium may cache the failed import(). Then only a reload helps, and the button says so.
    const reload = page.getByRole('button', { name: 'Reload' })
    await page.locator('dialog[open]').or(reload).first().waitFor()
    if (await reload.isVisible()) {
      await reload.click()
      await launcher.click()
    }
    await untilLoaded(1)
  })

  it('can still open the portal in a new tab', async () => {
    await refuseDialog()
    await open('dialog')
    await page.getByRole('button', { name: 'Open a dialog' }).click()

    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Open in a new tab' }).click(),
    ])
    await tab.waitForURL(`${vendor.origin}/**`)
  })

  it('gives one error to a host that keeps the dialog open, and opens after Retry', async () => {
    await refuseDialog()
    await open('kept')
    const retry = page.getByRole('button', { name: 'Retry' })
    await retry.waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => window.seen.errors)).toEqual(['dialog_unavailable'])

    await context.unroute(/renderDialog/)
    await retry.click()
    // Chromium may cache the failed import().
    await page
      .locator('dialog[open]')
      .or(page.getByRole('button', { name: 'Reload' }))
      .first()
      .waitFor()
  })

  it('also says why no tab has opened', async () => {
    await refuseDialog()
    await open('dialog', NO_WINDOWS)
    await page.getByRole('button', { name: 'Open a dialog' }).click()
    const way = page.getByRole('button', { name: 'Open in a new tab' })
    await way.click()

    await page.getByRole('status').filter({ hasText: 'blocked the new tab' }).waitFor()
    expect(await way.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('shows the notice for useOpenPortal too', async () => {
    await refuseDialog()
    await open('anywhere')
    await page.getByRole('button', { name: 'Open from anywhere' }).click()

    await page.getByRole('button', { name: 'Retry' }).waitFor()
  })

  it('is fetched while the browser is idle, so that a later click works offline', async () => {
    await open('dialog')
    await expect
      .poll(async () =>
        page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('renderDialog')),
        ),
      )
      .toBe(true)
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Open a dialog' }).click()

    await page.locator('dialog[open] [data-code=offline]').waitFor()
  })
})

describe('a page that may not open windows', () => {
  it('popup_blocked: a notice beside the button offers the portal on this page', async () => {
    await open('tab', NO_WINDOWS)
    await page.getByRole('button', { name: 'Open a tab' }).click()

    const way = page.getByRole('button', { name: 'Open it here' })
    await way.waitFor()
    expect(await way.evaluate((button) => button === document.activeElement)).toBe(true)
    await way.click()

    await untilLoaded(1)
    expect(context.pages()).toHaveLength(1)
    expect(await page.locator('dialog').evaluate((dialog) => dialog.matches(':modal'))).toBe(true)
  })

  it('opens a dialog when useOpenPortal cannot open a tab', async () => {
    await open('unasked', NO_WINDOWS)

    await untilLoaded(1)

    expect((await seen('events'))[0]).toEqual({ type: 'error', code: 'popup_blocked' })
    expect(calls()).toBe(1)
  })
})

async function proxy(request: Request): Promise<Response> {
  return createPortalHandler({
    apiKey: 'seam_test_sandbox',
    authorize: () => ({ customer_key: 'harbour' }),
    portalOrigins: [vendor.origin],
    fetch: sandbox.fetch,
  })(request)
}

async function open(show: string, headers: Record<string, string> = {}): Promise<void> {
  const query = new URLSearchParams({ show, headers: JSON.stringify(headers) })
  await page.goto(`${host.origin}/?${query}`)
}

async function seen<Name extends keyof Window['seen']>(name: Name): Promise<Window['seen'][Name]> {
  const all = await page.evaluate(() => window.seen)
  return all[name]
}

const status = async () => page.locator('[data-seam-portal=frame]').first().getAttribute('data-status')

const untilLoaded = async (count: number) =>
  expect.poll(async () => page.locator('[data-status=loaded]').count(), { timeout: 10_000 }).toBe(count)

/** The address of the probe: the root of the portal's origin. */
const untilDiagnosed = async () =>
  expect.poll(() => sandbox.requests.some(({ path }) => path === '/'), { timeout: 10_000 }).toBe(true)

async function untilFailed(code: string, title: string): Promise<void> {
  await page.locator(`[data-code=${code}]`).waitFor()
  expect(await page.locator(`[data-code=${code}] h3`).textContent()).toBe(title)
  expect(calls()).toBe(1)
}

/** The packaged Chromium does not block popups. A sandboxed page may not open any, which has the same effect. */
const NO_WINDOWS = {
  'content-security-policy': 'sandbox allow-scripts allow-same-origin allow-forms allow-modals',
}

/** Makes every fetch of the dialog's chunk fail. */
const refuseDialog = async () => context.route(/renderDialog/, async (route) => route.abort('failed'))

const calls = () => sandbox.requests.filter(({ path }) => path.includes('create_portal')).length
