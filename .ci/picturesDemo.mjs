// Takes the pictures of the demo in docs/: node .ci/picturesDemo.mjs [folder] [name …]
import { spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'

const [, , folder = 'docs', ...wanted] = process.argv

const NARROW = { width: 1280, height: 800 }

const card = (page) => page.getByRole('button', { name: 'Manage access for Harbour House' })

const group = (page, name) => page.locator('.pg-group').getByRole('button', { name })

/** Wide enough for the three columns of the playground beside the dashboard's sidebar. */
const WIDE = { width: 1440, height: 900 }

/** As the vendor's console prints it, with the older name and the empty row. */
const CONSOLE_CURL = `curl -X 'POST' 'https://connect.getseam.com/customers/create_portal' \\
  -H 'Authorization: Bearer seam_test_a_key_that_does_not_exist' \\
  -H 'Content-Type: application/json' \\
  -d '{
    "is_embedded": true,
    "features": { "connect": { "exclude": false }, "organize": { "exclude": true },
      "manage_devices": { "exclude": true } },
    "customer_data": { "customer_key": "sample_customer_key", "spaces": [{ "name": "", "space_key": "" }] }
  }'`

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
      await page.locator('[data-state=Cancelled]').waitFor()
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
  playground: {
    path: `/configure#${new URLSearchParams({
      options: JSON.stringify({
        features: { connect: { exclude: true }, manage: { exclude_staff_management: true } },
        landing_page: { manage: { room_key: '204' } },
        locale: 'de-DE',
      }),
    })}`,
    viewport: WIDE,
    press: (page) => page.getByRole('button', { name: /^Features/ }),
    after: async (page) => {
      for (const name of ['Customer', 'Presentation']) await group(page, name).click()
      await page.getByRole('switch', { name: 'Read only' }).click()
      await page.getByText('New link, frame reloads').waitFor()
      await page.frameLocator('iframe').locator('html[data-portal-read-only=true] h1').waitFor()
    },
  },
  'playground-user': {
    path: `/configure#${new URLSearchParams({
      asUser: 'true',
      grant: JSON.stringify({ features: { connect: { accepted_providers: ['yale'] } } }, null, 2),
      width: '390',
      options: JSON.stringify({
        features: {
          connect: { accepted_providers: ['nuki', 'yale'] },
        },
      }),
    })}`,
    viewport: WIDE,
    press: (page) => page.getByRole('searchbox'),
    after: (page) => page.getByRole('searchbox').fill('providers'),
  },
  'playground-paste': {
    path: '/configure',
    viewport: WIDE,
    colorScheme: 'dark',
    press: (page) => page.getByRole('button', { name: 'Paste cURL' }),
    after: (page) => page.getByRole('textbox', { name: 'Code' }).fill(CONSOLE_CURL),
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
  for (const [name, picture] of Object.entries(pictures)) {
    if (wanted.length && !wanted.includes(name)) continue
    const { path, choose, press, after, fails, colorScheme = 'light', viewport = NARROW } = picture
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
    // Wait for the end of animations, and for the call in the panel. The playground's calls are not in it.
    if (viewport !== WIDE) await page.getByText('Last call:').waitFor()
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
