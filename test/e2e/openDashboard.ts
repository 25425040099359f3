import type { Browser, Locator, Page } from 'playwright'

/** A browser window of the dashboard, and what a test reads in it. */
export interface DashboardWindow {
  page: Page
  /** Errors in the console, failed requests and refusals. */
  trouble: string[]
  /** The number of requests with this text in their path. */
  count: (part: string) => number
  /** The button on a property's card. */
  cardButton: (property: string) => Locator
  /** Picks an item of one of the dashboard's menus. */
  choose: (menu: string, choice: string | RegExp) => Promise<void>
  /** Waits until the visible portal shows the expected text. */
  shows: (facts: Record<string, string>) => Promise<void>
  /** The text of the element that has the focus. */
  focused: () => Promise<string | null | undefined>
  /** Requests a portal from the dashboard's server, like a script on the dashboard's own page. */
  createPortal: (body: object) => Promise<{ status: number; body: unknown }>
}

// Not failures: the stream of calls is aborted when its panel closes, and the vendor's front page with its frame.
const GIVEN_UP = new Set(['/api/calls', '/'])

/** Opens a window that shares nothing with others, and records what happens in it. */
export async function openDashboard(browser: Browser): Promise<DashboardWindow> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const trouble: string[] = []
  const asked: string[] = []
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) trouble.push(line.text())
  })
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => asked.push(pathOf(request.url())))
  page.on('requestfailed', (request) => {
    const path = pathOf(request.url())
    if (!GIVEN_UP.has(path)) trouble.push(`${path} failed`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${pathOf(response.url())} ${response.status()}`)
  })
  return {
    page,
    trouble,
    count: (part) => asked.filter((path) => path.includes(part)).length,
    cardButton: (property) => page.getByRole('button', { name: `Manage access for ${property}` }),
    async choose(menu, choice) {
      await page.getByRole('button', { name: `${menu}: ` }).click()
      await page.getByRole('menuitemradio', { name: choice }).click()
    },
    async shows(facts) {
      const wanted = Object.entries(facts).map(([name, value]) => `[data-portal-${name}="${value}"]`)
      await page
        .frameLocator('iframe:visible')
        .locator(`html${wanted.join('')} h1`)
        .waitFor()
    },
    focused: () => page.evaluate(() => document.activeElement?.textContent),
    createPortal: (body) =>
      page.evaluate(async (json) => {
        const response = await fetch('/api/seam/customers/create_portal', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: json,
        })
        return { status: response.status, body: (await response.json()) as unknown }
      }, JSON.stringify(body)),
  }
}

function pathOf(url: string): string {
  return new URL(url).pathname
}
