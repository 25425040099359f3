// Takes a picture of every error state, in each theme, into docs/: node .ci/picturesErrorStates.mjs [folder]
import { mkdir, readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'

const folder = process.argv[2] ?? 'docs'
const HOST = 'https://host.test'
const PORTAL = 'https://portal.test'

const { outputFiles } = await build({
  entryPoints: { app: '.ci/picturesErrorStates.tsx' },
  bundle: true,
  splitting: true,
  write: false,
  outdir: '/',
  format: 'esm',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
})
const files = new Map(
  outputFiles.map(({ path, text }) => [path, { body: text, contentType: 'text/javascript' }]),
)
files.set('/styles.css', { body: await readFile('src/styles.css', 'utf8'), contentType: 'text/css' })

const sheet = (
  theme,
) => `<!doctype html><html lang="en" data-theme="${theme}"><meta charset="utf-8"><title>Error states</title>
<link rel="stylesheet" href="/styles.css">
<style>
  :root { color-scheme: ${theme}; font: 14px/20px system-ui, sans-serif; --seam-portal-frame-height: 460px }
  body { margin: 0; padding: 16px; background: ${theme === 'dark' ? '#0e1013' : '#eef0f3'}; color: ${theme === 'dark' ? '#eceef2' : '#16181d'} }
  #app { display: grid; grid-template-columns: 1fr 1fr; gap: 16px }
  figure { margin: 0 } figcaption { font-size: 12px; margin-block-end: 4px }
  .widths { display: flex; gap: 16px; zoom: .5 }
</style>
<div id="app"></div><script type="module" src="/app.js"></script>`

const PAGE = `<!doctype html><meta charset="utf-8"><style>body{font:14px/20px system-ui,sans-serif;margin:24px;color:#16181d}</style>
<h1>Rooms</h1><p>Room 201</p><p>Room 202</p><p>Room 204</p>`

const { executablePath, env, args } = await findChromium()
const browser = await chromium.launch({ executablePath, env, args })
await mkdir(folder, { recursive: true })
for (const theme of ['light', 'dark']) {
  const page = await browser.newPage({ viewport: { width: 1748, height: 1640 }, reducedMotion: 'reduce' })
  await page.clock.install({ time: 1_772_355_600_000 })
  await page.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill(files.get(pathname) ?? { body: sheet(theme), contentType: 'text/html' })
  })
  await page.route(`${PORTAL}/**`, (route) => {
    if (!route.request().url().endsWith('/hangs'))
      void route.fulfill({ body: PAGE, contentType: 'text/html' })
  })
  await page.goto(`${HOST}/`)
  await page.locator('[data-status=loaded]').nth(3).waitFor()
  await page.clock.runFor(8_500)
  for (const button of await page.locator('[data-seam-portal=launcher]').all()) await button.click()
  await page.clock.runFor(1_000)
  await page.locator('[data-status=slow]').first().waitFor()
  // The browser fades by its own clock: what has an end comes to it, and what follows from that.
  for (let turn = 0; turn < 3; turn += 1) {
    await page.evaluate(async () => {
      for (const fade of document.getAnimations())
        if (Number.isFinite(fade.effect.getComputedTiming().endTime)) fade.finish()
      await new Promise((resolve) => requestAnimationFrame(resolve))
    })
  }
  await page.screenshot({ path: `${folder}/error-states-${theme}.png`, fullPage: true })
  await page.close()
}
await browser.close()
