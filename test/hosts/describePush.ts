import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'

/** Tests that a built host has the engine and the reader of files, and no module of Node with them. */
export function describePush(address: () => string, site: () => string): void {
  describe('react-seam-portal/push and /files', () => {
    let browser: Browser
    beforeAll(async () => {
      const { executablePath, args, env } = await findChromium()
      browser = await chromium.launch({ executablePath, args, env })
    })
    afterAll(() => browser?.close())

    it('are built without a module of Node', () => {
      const scripts = readdirSync(site(), { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.js'),
      )
      const code = scripts.map((path) => readFileSync(join(site(), path), 'utf8')).join('\n')
      // Sentences of both entries, so that the rest says something.
      expect(code).toContain('is no list of keys that the vendor deletes')
      expect(code).toContain('npm install csv-parse')
      // A bundler that finds one fails in buildHost.mjs. This finds what it would leave to the browser.
      expect(code).not.toMatch(/["'`]node:\w|require\(["'`](fs|stream|buffer|path)["'`]\)/)
    })

    it('read a file and push it in a browser', async () => {
      const page = await browser.newPage()
      const trouble: string[] = []
      page.on('pageerror', ({ message }) => trouble.push(message))
      await page.goto(address())
      const seen = await page.evaluate(() =>
        (globalThis as unknown as { pushFile: () => Promise<unknown> }).pushFile(),
      )
      expect(seen).toEqual({
        pushed: 2,
        lines: [3],
        bodies: [
          {
            customer_key: 'harbour',
            reservations: [
              { reservation_key: 'R-1', starts_at: '2026-03-01T15:00:00Z' },
              { reservation_key: 'R-3', starts_at: '2026-03-02T15:00:00Z' },
            ],
          },
        ],
        plan: { reservation_keys: ['R-1'] },
      })
      expect(trouble).toEqual([])
    })
  })
}
