import { rm } from 'node:fs/promises'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'
import { buildAssets, loadEngine, loadServer } from './buildAssets.mjs'
import { startHost } from './startHost.mjs'
import { startVendor } from './startVendor.mjs'

/**
 * Starts in this process what a run needs: a vendor, a host on another origin, and one Chromium.
 * Each measurement sets the vendor's `delays`, in milliseconds.
 */
export async function startBench({ peers = false } = {}) {
  const delays = { token: 0, document: 0, script: 0 }
  const [vendor, assets, library, engine, found] = await Promise.all([
    startVendor(delays),
    buildAssets({ peers }),
    loadServer(),
    loadEngine(),
    findChromium(),
  ])
  const host = await startHost({ vendor, assets, server: library })
  const browser = await chromium.launch(found)
  return {
    vendor,
    host,
    delays,
    browser,
    library,
    engine,
    pages: new Set(
      [...assets.keys()].filter((name) => name.endsWith('.js')).map((name) => name.slice(0, -3)),
    ),

    /** Clears the records of the servers. */
    forget() {
      vendor.seen.creates = 0
      vendor.seen.documents.length = 0
      host.seen.calls.length = 0
    },

    /** Opens a page in its own context, runs a function with it, and closes both. An uncaught error in it rejects. */
    async withPage(path, record, work) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      try {
        const page = await context.newPage()
        const thrown = new Promise((_, reject) => {
          page.on('pageerror', (cause) => reject(new Error(`${path} threw: ${cause.message}`, { cause })))
        })
        if (record) await page.addInitScript(record)
        await page.goto(`${host.origin}/${path}`)
        return await Promise.race([work(page), thrown])
      } finally {
        await context.close()
      }
    },

    async close() {
      await browser.close()
      await rm(library.path, { force: true })
      await rm(engine.path, { force: true })
      for (const { server } of [host, vendor]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
