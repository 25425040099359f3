import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import { COLOURS } from './COLOURS'
import type { Host } from './HOSTS'
import type { SeenHost } from './compatibilityPage'
import { versionsOf } from './makeHost'
import { PARTS } from './PARTS'
import { resetPage, type Scheme, SCHEMES } from './SCHEMES'

/** The folder where .ci/compatibility.mjs finds the results of the last run. */
const SEEN = '.cache/hosts/seen'

/** Tests that a built host shows the colours of the look, with every way to choose its theme. */
export function describeColours(
  host: Host,
  address: () => string,
  schemes: readonly Scheme[] = SCHEMES,
  versions: () => Record<string, string> = () => versionsOf(host),
): void {
  describe(`the colours in a host built with ${host.name}`, () => {
    const seen: SeenHost['schemes'] = {}
    let browser: Browser
    let usual: Page | undefined
    /** One page for all ways, so that each is also a change at run time. A way that must load anew has its own page. */
    const pageOf = async (scheme: Scheme) => {
      if (scheme.hash || scheme.old) return openFailed(browser, address(), scheme)
      usual ??= await openFailed(browser, address(), scheme)
      await usual.emulateMedia({ colorScheme: scheme.machine ?? 'light' })
      await usual.evaluate(resetPage)
      return usual
    }
    beforeAll(async () => {
      const { executablePath, args, env } = await findChromium()
      browser = await chromium.launch({ executablePath, args, env })
    })
    afterAll(async () => {
      await browser?.close()
      mkdirSync(SEEN, { recursive: true })
      const date = new Date().toISOString().slice(0, 10)
      const row: SeenHost = { id: host.id, versions: versions(), date, schemes: seen }
      writeFileSync(`${SEEN}/${host.id}.json`, JSON.stringify(row))
    })

    it.each(schemes.map((scheme) => [scheme.theme, scheme.name, scheme] as const))(
      'are %s ones: %s',
      async (theme, name, scheme) => {
        seen[name] = false
        const page = await pageOf(scheme)
        if (scheme.apply) await page.evaluate(scheme.apply)
        expect(await readColours(page)).toEqual(coloursOf(theme))
        seen[name] = true
        if (scheme.pictured) await page.screenshot({ path: `${SEEN}/${host.id}-${theme}.png` })
      },
    )
  })
}

/** Opens the dialog of a host whose server fails. The pointer is on one button, and another has the focus. */
async function openFailed(browser: Browser, address: string, scheme: Scheme): Promise<Page> {
  const colorScheme = scheme.machine ?? 'light'
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme })
  page.setDefaultTimeout(15_000)
  await page.route('**/api/seam/**', (route) =>
    // An error that no client retries.
    route.fulfill({ status: 403, json: { error: { type: 'forbidden', message: 'No.' }, ok: false } }),
  )
  if (scheme.old) {
    await page.route('**/*.css', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll('light-dark(', 'from-the-future(')
      await route.fulfill({ response, body })
    })
  }
  await page.goto(address + (scheme.hash ?? ''))
  await page.getByRole('button', { name: 'Solid' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[data-seam-portal="badge"]').waitFor()
  // Moves the focus from the title to the first button of the header, and the pointer to the second.
  await page.keyboard.press('Tab')
  await dialog.locator('[data-seam-portal="icon"]').last().hover()
  return page
}

/** Every part's colours, by the name of the part. */
function readColours(page: Page): Promise<Record<string, Record<string, string>>> {
  return page.evaluate(
    (parts) =>
      Object.fromEntries(
        parts.map(({ name, selector, pseudo, colours }) => {
          const element = document.querySelector(selector)
          const style = element && getComputedStyle(element, pseudo)
          const found = Object.keys(colours).map((property) => [
            property,
            style?.[property as 'color'] ?? 'there is no such element',
          ])
          return [name, Object.fromEntries(found)]
        }),
      ),
    PARTS,
  )
}

function coloursOf(theme: Scheme['theme']): Record<string, Record<string, string>> {
  return Object.fromEntries(
    PARTS.map(({ name, colours }) => [
      name,
      Object.fromEntries(Object.entries(colours).map(([property, is]) => [property, COLOURS[theme][is]])),
    ]),
  )
}
