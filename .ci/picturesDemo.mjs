// Takes the pictures of the demo in docs/: node .ci/picturesDemo.mjs [folder] [name …]
import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'

const [, , folder = 'docs', ...wanted] = process.argv

const card = (page) => page.getByRole('button', { name: 'Manage access for Harbour House' })

const pictures = {
  'demo-dialog': { path: '/', press: card },
  'demo-inline': { path: '/properties/harbour-house/access' },
  'demo-deep-link': {
    path: '/reservations',
    press: (page) => page.getByRole('button', { name: 'R-20418', exact: true }),
  },
  'demo-dark': { path: '/', choose: ['Portal language', 'Deutsch'], press: card, colorScheme: 'dark' },
  'demo-import': {
    path: '/import',
    press: (page) => page.getByRole('button', { name: 'Use 100,000 sample rows' }),
    after: async (page) => {
      await page.getByRole('button', { name: 'Import 100,000 reservations' }).click()
      await page.getByText('99,988 sent').first().waitFor({ timeout: 300_000 })
      await page.getByText('Show what needs attention').click()
    },
  },
  'demo-cancel': {
    path: '/reservations',
    press: (page) => page.getByRole('button', { name: 'More for R-20418' }),
    after: async (page) => {
      await page.getByRole('menuitem', { name: 'Cancel reservation' }).click()
      await page.getByRole('button', { name: 'Cancel reservation' }).click()
      await page.getByText('Cancelled').waitFor()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'More for R-20420' }).click()
      await page.getByRole('menuitem', { name: 'Cancel reservation' }).click()
    },
  },
  'demo-delete': {
    path: '/import',
    press: (page) => page.getByRole('link', { name: 'Import' }),
    after: async (page) => {
      for (const [count, line] of [
        [218, '218 records sent'],
        [4, '0 sent · 4 unchanged'],
      ]) {
        await page.locator('input[type=file]').setInputFiles(fileOf(count))
        await page.getByRole('button', { name: /^Import \d/ }).click()
        await page.getByText(line).first().waitFor()
      }
      await page.getByRole('button', { name: 'Review' }).click()
      await page.getByRole('textbox').fill('214')
      await page.mouse.move(640, 400)
      await page.mouse.wheel(0, 1000)
    },
  },
  'demo-failure': { path: '/', choose: ['Vendor', /^Down/], press: card, fails: true },
}

/** A file of that many reservations. */
function fileOf(count) {
  const rows = Array.from(
    { length: count },
    (_, at) => `R-2${900_001 + at},harbour-house,harbour-house-204,2027-03-01,2027-03-04`,
  )
  const text = ['Code,Property,Room,Arrives,Leaves', ...rows].join('\n')
  return { name: 'stays.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}

const { SEAM_API_KEY: _, ...env } = process.env
const demo = spawn(process.execPath, ['demo/start.mjs'], { env: { ...env, PORT: '0' } })
try {
  const origin = await new Promise((resolve, reject) => {
    let output = ''
    demo.stdout.on('data', (chunk) => {
      output += chunk
      const [address] = /http:\/\/localhost:\d+(?=\n)/.exec(output) ?? []
      if (address) resolve(address)
    })
    demo.once('close', () => reject(new Error('The demo ended before it had begun.')))
  })
  const { executablePath, env, args } = await findChromium()
  const browser = await chromium.launch({ executablePath, env, args })
  await mkdir(folder, { recursive: true })
  for (const [name, { path, choose, press, after, colorScheme = 'light', fails }] of Object.entries(
    pictures,
  )) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const viewport = { width: 1280, height: 800 }
    const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5, colorScheme })
    await page.goto(origin + path)
    if (choose) {
      await page.getByRole('button', { name: `${choose[0]}: ` }).click()
      await page.getByRole('menuitemradio', { name: choose[1] }).click()
    }
    await press?.(page).click()
    if (after) await after(page)
    else if (fails) await page.locator('[data-status="failed"]').waitFor()
    else await page.frameLocator('iframe').locator('h1').waitFor()
    // Wait for the end of animations, and for the call in the panel.
    await page.getByText('Last call:').waitFor()
    await page.evaluate(async () => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
      await Promise.allSettled(ending.map(({ finished }) => finished))
    })
    await page.mouse.move(640, 4)
    await page.screenshot({ path: `${folder}/${name}.png` })
    await page.close()
  }
  await browser.close()
} finally {
  demo.kill()
}
