import { utimes } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import { type DashboardWindow, openDashboard } from './openDashboard'
import { type StartedDemo, startDemo } from './startDemo'

let demo: StartedDemo
let browser: Browser
let page: DashboardWindow['page']
let trouble: string[]
let count: DashboardWindow['count']
let cardButton: DashboardWindow['cardButton']
let choose: DashboardWindow['choose']
let shows: DashboardWindow['shows']
let focused: DashboardWindow['focused']
let createPortal: DashboardWindow['createPortal']

beforeAll(async () => {
  const { executablePath, env, args } = await findChromium()
  demo = await startDemo()
  // Playwright allows every popup by default.
  const ignoreDefaultArgs = ['--disable-popup-blocking']
  browser = await chromium.launch({ executablePath, env, args, ignoreDefaultArgs })
})

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

beforeEach(async () => {
  const opened = await openDashboard(browser)
  ;({ page, trouble, count, cardButton, choose, shows, focused, createPortal } = opened)
})

afterEach(async () => {
  await page.context().close()
})

describe('the demo', () => {
  it('prints the dashboard’s address first, and serves the vendor on another origin', () => {
    expect(demo.output.match(/https?:\/\/[^:]+/g)).toEqual(['http://localhost', 'http://127.0.0.1'])
    expect(demo.vendor).not.toBe(demo.origin)
  })

  it('listens on loopback only', async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of addresses) {
      await expect(fetch(`http://${address}:${new URL(demo.origin).port}/`)).rejects.toThrow('fetch failed')
    }
  })

  it('loads without an error, a failed request or a missing icon, and requests no portal yet', async () => {
    await page.goto(demo.origin)
    await page.getByRole('heading', { name: 'Harbour House' }).waitFor()
    await page.waitForLoadState('load')
    const icon = await page.evaluate(async () => {
      const image = new Image()
      image.src = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? ''
      await image.decode()
      return image.src.slice(0, 18)
    })
    expect(icon).toBe('data:image/svg+xml')
    expect(count('create_portal')).toBe(0)
    expect(trouble).toEqual([])
  })

  it('shows a saved file without a reload of the page', async () => {
    await page.goto(demo.origin)
    await page.getByRole('heading', { name: 'Harbour House' }).waitFor()
    let loads = 0
    page.on('framenavigated', () => (loads += 1))
    const update = page.waitForEvent('console', (line) =>
      line.text().includes('hot updated: /src/Sidebar.tsx'),
    )
    // The watcher looks at the time, so the file's text need not change.
    await utimes('demo/src/Sidebar.tsx', new Date(), new Date())
    await update
    expect(loads).toBe(0)
    expect(trouble).toEqual([])
  })

  it('opens a property in a dialog, returns the focus, and reopens it without a second request', async () => {
    await page.goto(demo.origin)
    const button = cardButton('Harbour House')
    await button.click()
    await shows({
      view: 'place',
      resource: 'harbour-house',
      embedded: 'true',
      customer: 'harbour-house-stays',
    })
    expect(await focused()).toBe('Access for Harbour House')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await focused()).toBe('Manage access')
    const before = [count('create_portal'), count('/portals/')]
    expect(before).toEqual([1, 1])
    await button.click()
    await page.getByRole('dialog').waitFor()
    await shows({ view: 'place', resource: 'harbour-house' })
    expect([count('create_portal'), count('/portals/')]).toEqual(before)
    expect(trouble).toEqual([])
  })

  it('shows a property’s access inline on its landing page, and fills the height of the window', async () => {
    await page.goto(`${demo.origin}/properties/mill-cottage/access`)
    await shows({ view: 'place', resource: 'mill-cottage', navigation: 'full' })
    const box = await page.locator('.access-frame').boundingBox()
    expect(box?.height).toBe(800 - 248)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800)
    expect([count('create_portal'), count('/portals/')]).toEqual([1, 1])
    expect(trouble).toEqual([])
  })

  it('opens a reservation in a drawer, deep-linked and restricted, with its row highlighted', async () => {
    await page.goto(`${demo.origin}/reservations`)
    await page.getByRole('button', { name: 'R-20418', exact: true }).click()
    await shows({ view: 'stay', resource: 'R-20418', navigation: 'restricted' })
    expect(await page.locator('tr[data-open]').allTextContents()).toEqual([
      expect.stringContaining('R-20418'),
    ])
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.locator('tr[data-open]').waitFor({ state: 'detached' })
    expect(await focused()).toBe('R-20418')
    expect(trouble).toEqual([])
  })

  it.each([
    ['a reservation’s menu', '/reservations', 'More for R-20418', 'R-20418'],
    ['a property’s header', '/properties/old-chapel', undefined, 'old-chapel'],
  ])('opens %s in a new tab without opener and referrer', async (_from, path, menu, resource) => {
    await page.goto(demo.origin + path)
    if (menu) await page.getByRole('button', { name: menu }).click()
    const opened = page.context().waitForEvent('page')
    await page
      .getByRole(menu ? 'menuitem' : 'button', {
        name: menu ? 'Open in a new tab' : 'Portal (opens in a new tab)',
      })
      .click()
    const tab = await opened
    await tab.locator('h1').waitFor()
    expect(new URL(tab.url()).origin).toBe(demo.vendor)
    const told = await tab.evaluate(() => [window.opener, document.referrer, window.name])
    expect(told).toEqual([null, '', ''])
    const { portalResource, portalEmbedded } = await factsOf(tab)
    expect([portalResource, portalEmbedded]).toEqual([resource, 'false'])
    expect(trouble).toEqual([])
  })

  it('changes the language of the frame and of the page', async () => {
    await page.goto(demo.origin)
    await choose('Portal language', 'Deutsch')
    await cardButton('The Old Chapel').click()
    await shows({ locale: 'de-DE' })
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).click()
    await choose('Portal language', 'Ελληνικά')
    await cardButton('The Old Chapel').click()
    await shows({ locale: 'el-GR' })
    expect(trouble).toEqual([])
  })

  it('destroys a customer’s frames when the user picks another customer, and shows that customer’s portal', async () => {
    await page.goto(demo.origin)
    await cardButton('Harbour House').click()
    await shows({ customer: 'harbour-house-stays' })
    await page.keyboard.press('Escape')
    expect(await page.locator('iframe').count()).toBe(1)
    await choose('Customer', 'Northside Lofts')
    await page.getByRole('heading', { name: 'Canal Yard' }).waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    await cardButton('Canal Yard').click()
    await shows({ customer: 'northside-lofts', resource: 'canal-yard' })
    expect(trouble).toEqual([])
    expect(await createPortal({ customer_data: { customer_key: 'harbour-house-stays' } })).toMatchObject({
      status: 403,
    })
  })

  it('removes every frame when the user signs out', async () => {
    await page.goto(`${demo.origin}/properties/harbour-house/access`)
    await shows({ view: 'place' })
    const [session] = await page.context().cookies(demo.origin)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'signed out' }).waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    expect(trouble).toEqual([])
    expect(await createPortal({})).toMatchObject({ status: 401, body: { error: { type: 'unauthorized' } } })
    // The old cookie is invalid too.
    const kept = await fetch(`${demo.origin}/api/seam/customers/create_portal`, {
      method: 'POST',
      headers: {
        cookie: `${session?.name}=${session?.value}`,
        'content-type': 'application/json',
        origin: demo.origin,
      },
      body: '{}',
    })
    expect(kept.status).toBe(401)
    await page.reload()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await shows({ customer: 'harbour-house-stays' })
  })

  it('shows developers each call and its reason, without the addresses of portals', async () => {
    await page.goto(demo.origin)
    await cardButton('Lantern Point').hover()
    await page.getByText(/^Last call: create portal · 200 · \d+ ms · asked on hover$/).click()
    await cardButton('Lantern Point').click()
    await shows({ resource: 'lantern-point' })
    await page.keyboard.press('Escape')
    const list = page.locator('.strip-list')
    await list.getByText('/portals/…').first().waitFor()
    expect(await list.textContent()).not.toMatch(/portals\/[^…]|token/)
    expect(trouble).toEqual([])
  })

  it('shows an error state while the vendor is down, and the portal when it is back', async () => {
    await page.goto(demo.origin)
    await choose('Vendor', /^Down/)
    await cardButton('Mill Cottage').click()
    await page.getByRole('dialog').getByRole('heading', { name: 'didn’t load' }).waitFor()
    await page.keyboard.press('Escape')
    await choose('Vendor', /^Normal/)
    await cardButton('Mill Cottage').click()
    await shows({ resource: 'mill-cottage' })
  })

  it('configures a portal in a sandbox of the page, which cannot read the dashboard', async () => {
    await page.goto(`${demo.origin}/configure`)
    await page.getByRole('combobox', { name: 'Locale' }).selectOption('de-DE')
    await shows({ locale: 'de-DE', customer: 'harbour-house' })
    await page.getByText('New link, frame reloads').waitFor()
    expect(await page.locator('.pg-code').textContent()).toContain('locale="de-DE"')
    expect(page.url()).toContain('/configure#options=')
    // Neither the dashboard's server nor the sandbox vendor beside it was asked.
    expect([count('create_portal'), count('/portals/')]).toEqual([0, 0])
    const portal = page.frames().find((frame) => frame.url().includes('/portal.html'))
    await expect(portal?.evaluate(() => document.cookie)).rejects.toThrow('sandboxed')
    expect(trouble).toEqual([])

    await page.getByRole('button', { name: 'Paste cURL' }).click()
    await page.getByRole('textbox', { name: 'Code' }).fill('<PortalFrame locale="fr-FR" />')
    await page.getByRole('button', { name: 'Use it' }).click()
    await shows({ locale: 'fr-FR' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  it('never sends the vendor’s key to a browser, and fits a phone', async () => {
    const bodies: Promise<string>[] = []
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname !== '/api/calls') bodies.push(response.text().catch(() => ''))
    })
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [
      '',
      '/properties/harbour-house',
      '/properties/harbour-house/access',
      '/reservations',
      '/x',
    ]) {
      await page.goto(demo.origin + path)
      await page.locator('.content h1, .content h2').first().waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390)
    }
    await page.getByRole('link', { name: 'Reservations' }).click()
    await page.getByRole('button', { name: 'R-20418', exact: true }).click()
    await shows({ resource: 'R-20418' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const all = (await Promise.all(bodies)).join('\n')
    expect(all).toContain('harbour-house-stays')
    expect(all).not.toContain('seam_test_')
  })

  it('shows the whole menu of languages above the open calls on a phone, and the language that it sets', async () => {
    await page.setViewportSize({ width: 390, height: 667 })
    await page.goto(demo.origin)
    await page.locator('.strip-toggle').click()
    await page.getByRole('button', { name: 'Portal language: ' }).click()
    const menu = page.getByRole('menu', { name: 'Portal language: ' })
    expect(await menu.evaluate((element) => element.ariaDescribedByElements?.[0]?.textContent)).toContain(
      'This dashboard speaks English only.',
    )
    // Presses at the position of the last row: an element above it would receive the press.
    await menu.getByRole('menuitemradio').last().click()
    await page.getByRole('button', { name: 'Portal language: Русский' }).waitFor()
  })

  it('shows the whole title of a dialog on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(demo.origin)
    await cardButton('Harbour House').click()
    const title = page.getByRole('dialog').getByRole('heading')
    const hidden = await title.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      element.scrollHeight - element.clientHeight,
    ])
    expect(hidden).toEqual([0, 0])
  })

  it('says on the vendor’s front page that it is the sandbox', async () => {
    await page.goto(demo.vendor ?? '')
    expect(await page.getByRole('heading').textContent()).toBe('Sandbox vendor')
    expect(await page.locator('body').textContent()).toContain('Open the dashboard')
  })
})

async function factsOf(tab: Page): Promise<Record<string, string | undefined>> {
  return tab.evaluate(() => ({ ...document.documentElement.dataset }))
}
