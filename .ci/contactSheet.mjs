// Takes pictures of every state and presentation, one sheet for each theme and language:
// node .ci/contactSheet.mjs [folder] [name]
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { findChromium } from '../test/support/findChromium.mjs'
import { bundledProgram } from './bundledProgram.mjs'

const folder = process.argv[2] ?? 'docs'
const only = process.argv[3] ?? ''
const HOST = 'https://host.test'
const PORTAL = 'https://portal.test'
const NOW = Date.parse('2026-03-01T09:00:00Z')
/** The scale of a cell. */
const SCALE = 0.3
const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 390, height: 800 }

const COLUMNS = [
  { label: 'dialog, 1280', presentation: 'dialog', viewport: WIDE },
  { label: 'drawer, 1280', presentation: 'drawer', viewport: WIDE },
  { label: 'on the page, 1280', presentation: 'inline', viewport: WIDE },
  { label: 'on the page, 390', presentation: 'inline', viewport: NARROW },
  { label: 'dialog, 390', presentation: 'dialog', viewport: NARROW },
]

const SHEETS = ['light', 'dark', 'rtl'].flatMap((look) =>
  ['en-US', 'de-DE'].map((locale) => ({ look, locale, name: `contact-sheet-${look}-${locale.slice(0, 2)}` })),
)

const { outputFiles } = await build({
  entryPoints: { app: '.ci/contactSheet.tsx' },
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

const vite = await createServer({
  configFile: false,
  plugins: [bundledProgram()],
  server: { middlewareMode: true },
  appType: 'custom',
})
const { createSandbox } = await vite.ssrLoadModule('/src/sandbox/index.ts')
const sandbox = createSandbox({ now: () => NOW, portalOrigin: PORTAL })

const { executablePath, env, args } = await findChromium()
const browser = await chromium.launch({ executablePath, env, args })
await mkdir(folder, { recursive: true })
for (const sheet of SHEETS.filter(({ name }) => name.includes(only))) await drawSheet(sheet)
await browser.close()
await vite.close()

/** Takes the pictures of one sheet, and arranges them in a grid. */
async function drawSheet({ look, locale, name }) {
  const url = await createPortal(locale)
  const pages = { comes: url, hangs: `${PORTAL}/hangs` }
  const rows = new Map()
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await openHost(context, look, locale)
  const launchers = []
  for (const viewport of [WIDE, NARROW]) {
    const { width } = viewport
    const height = width === WIDE.width ? 120 : 320
    await page.setViewportSize({ width, height })
    launchers.push({
      width,
      height,
      picture: await takeCell(page, { presentation: 'launcher', state: 'creating', locale, pages }),
    })
  }
  for (const { presentation, viewport, label } of COLUMNS) {
    await page.setViewportSize(presentation === 'inline' ? { ...viewport, height: 492 } : viewport)
    for (const state of await page.evaluate(() => window.STATES)) {
      const cell = {
        ...page.viewportSize(),
        label,
        picture: await takeCell(page, { presentation, state, locale, pages }),
      }
      rows.set(state, [...(rows.get(state) ?? []), cell])
    }
  }
  await context.close()
  await layOut(name, launchers, rows)
}

/** Brings the page into one state, and takes its picture. */
async function takeCell(page, asked) {
  const status = (of) => page.evaluate(([of, state]) => window[of](state), [of, asked.state])
  await page.evaluate((asked) => window.show(asked), asked)
  if (asked.presentation === 'launcher') {
    await page.locator('[data-launcher=busy] button').click()
    await page.evaluate(() => (window.open = () => null))
    await page.locator('[data-launcher=blocked] button').first().click()
    await page.locator('[data-seam-portal=blocked]').waitFor()
    await page.evaluate(() => (window.open = window.openTab))
  } else {
    const frame = (of) => page.locator(`[data-seam-portal=frame][data-status=${of}]`)
    await frame(await status('statusBefore')).waitFor()
    await page.clock.runFor(8_500)
    await frame(await status('statusOf')).waitFor()
    if ((await status('statusOf')) === 'failed') await page.locator('[data-seam-portal=reference]').waitFor()
    if (await page.evaluate((state) => window.isAgain(state), asked.state)) {
      await page.locator('[data-seam-portal=frame] [data-seam-portal=button]').first().click()
    }
  }
  await page.mouse.move(0, 0)
  await page.clock.runFor(1_000)
  // The fake clock does not control painting.
  await page.evaluate(async () => new Promise((resolve) => requestAnimationFrame(resolve)))
  return (await page.screenshot({ animations: 'disabled' })).toString('base64')
}

async function openHost(context, look, locale) {
  const page = await context.newPage()
  await page.clock.install({ time: NOW })
  await page.addInitScript(() => {
    window.openTab = () => ({ document: document.implementation.createHTMLDocument(), close() {} })
    window.open = window.openTab
  })
  await page.route(`${HOST}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    return route.fulfill(files.get(pathname) ?? { body: hostPage(look, locale), contentType: 'text/html' })
  })
  await page.route(`${PORTAL}/**`, async (route) => {
    if (route.request().url().endsWith('/hangs')) return
    const answer = await sandbox.fetch(new Request(route.request().url()))
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  await page.goto(`${HOST}/`)
  await page.waitForFunction(() => 'show' in window)
  return page
}

async function createPortal(locale) {
  const customer_data = {
    customer_key: 'harbour-house',
    rooms: ['201', '202', '204'].map((room) => ({ room_key: room, name: `Room ${room}` })),
  }
  const answer = await sandbox.fetch(
    new Request('https://connect.getseam.com/customers/create_portal', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ is_embedded: true, locale, customer_data }),
    }),
  )
  const { customer_portal, magic_link } = await answer.json()
  return (customer_portal ?? magic_link).url
}

/** The host's page: a heading and some rows, in the host's own colours. */
function hostPage(look, locale) {
  const dark = look === 'dark'
  return `<!doctype html><html lang="${locale}" dir="${look === 'rtl' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><title>Host</title>
<link rel="stylesheet" href="/styles.css">
<style>
  :root { color-scheme: ${dark ? 'dark' : 'light'}; font: 14px/20px system-ui, sans-serif; --seam-portal-frame-height: 460px }
  body { margin: 0; padding: 16px; background: ${dark ? '#0e1013' : '#eef0f3'}; color: ${dark ? '#eceef2' : '#16181d'} }
  .launchers { display: flex; flex-wrap: wrap; gap: 12px; align-items: center }
</style>
<div id="app"></div><script type="module" src="/app.js"></script>`
}

/** Arranges the cells, and writes the sheet with at most 256 colours. The flat colours stay exact. */
async function layOut(name, launchers, rows) {
  const head = COLUMNS.map(({ label }) => `<th>${label}</th>`).join('')
  const body = [...rows].map(
    ([state, cells]) =>
      `<tr><th>${state.replaceAll('_', ' ')}</th>${cells.map((cell) => `<td>${img(cell, SCALE)}</td>`).join('')}</tr>`,
  )
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } })
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: #c9ced6; font: 12px/16px sans-serif; color: #16181d; width: max-content; padding: 8px }
    table { border-spacing: 8px }
    th { font-weight: 600; text-align: start; vertical-align: top; max-width: 88px }
    td { vertical-align: top; padding: 0 }
    img { display: block }
    p { margin: 8px; display: flex; gap: 8px }
  </style><p>${name}</p><p>${launchers.map((cell) => img(cell, 0.5)).join('')}</p>
  <table><tr><th></th>${head}</tr>${body.join('')}</table>`)
  const picture = await page.locator('body').screenshot()
  await writeFile(
    `${folder}/${name}.png`,
    encode(await page.evaluate(reduceColours, picture.toString('base64'))),
  )
  await page.close()
}

function img({ width, height, picture }, scale) {
  return `<img width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" src="data:image/png;base64,${picture}">`
}

/** Runs in the browser, which can decode PNG. Returns the most frequent colours, and the colour of each pixel. */
async function reduceColours(picture) {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context.drawImage(bitmap, 0, 0)
  const points = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer)
  const counts = new Map()
  for (const point of points) counts.set(point, (counts.get(point) ?? 0) + 1)
  // Playwright sends only this function to the browser.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const channels = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]
  // Most of a page is grey. Without a higher weight, the rare coloured pixels would become grey too.
  const isColoured = (colour) => Math.max(...channels(colour)) - Math.min(...channels(colour)) > 8
  const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour)
  const coloured = frequent.filter(isColoured).slice(0, 128)
  const grey = frequent.filter((colour) => !isColoured(colour)).slice(0, 256 - coloured.length)
  const palette = [...grey, ...coloured]
  const rgb = palette.map(channels)
  const nearest = new Map(palette.map((colour, at) => [colour, at]))
  const find = (colour) => {
    const [r, g, b] = channels(colour)
    let best = 0
    let least = Infinity
    for (const [at, [red, green, blue]] of rgb.entries()) {
      const distance = (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2
      if (distance < least) [best, least] = [at, distance]
    }
    nearest.set(colour, best)
    return best
  }
  const indices = Array.from(points, (point) => nearest.get(point) ?? find(point))
  return { width, height, rgb: rgb.flat(), indices }
}

/** A PNG with a palette. */
function encode({ width, height, rgb, indices }) {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(indices.slice(y * width, (y + 1) * width), y * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(rgb)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([size, body, check])
}
