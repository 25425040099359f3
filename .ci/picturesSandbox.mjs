// Takes the pictures of the sandbox's portal in docs/: node .ci/picturesSandbox.mjs [folder]
import { mkdir } from 'node:fs/promises'
import { chromium } from 'playwright'
import { createServer } from 'vite'
import { findChromium } from '../test/support/findChromium.mjs'
import { bundledProgram } from './bundledProgram.mjs'

const folder = process.argv[2] ?? 'docs'
const now = Date.parse('2026-03-01T09:00:00Z')
const customer_data = {
  customer_key: 'harbour-house',
  properties: [
    { property_key: 'north', name: 'North House' },
    { property_key: 'mill', name: 'Mill Cottage' },
  ],
  rooms: ['201', '202', '204'].map((room) => ({ room_key: room, name: `Room ${room}` })),
  guests: [{ guest_key: 'g-1', name: 'Guest 1', email_address: 'guest-1@example.com' }],
  staff_members: [{ staff_member_key: 's-1', name: 'Front desk', email_address: 'desk@example.com' }],
  reservations: [18, 19, 20, 21].map((number, at) => ({
    reservation_key: `R-204${number}`,
    name: `R-204${number}`,
    guest_key: 'g-1',
    starts_at: `2026-03-0${at + 1}T15:00:00Z`,
    ends_at: `2026-03-0${at + 4}T10:00:00Z`,
    room_keys: [['201'], ['202'], ['204'], ['201', '202']][at],
  })),
}

const pictures = {
  'sandbox-portal-en': { options: { locale: 'en-US', landing_page: undefined }, section: 'manage' },
  'sandbox-portal-de': { options: { locale: 'de-DE', is_embedded: true }, section: 'connect' },
  'sandbox-portal-el': {
    options: {
      locale: 'el-GR',
      is_embedded: true,
      customization_profile_id: '6f1c2a54-0b7e-4d7a-9a58-3d0d4c1f2e77',
    },
    section: 'manage',
  },
  'sandbox-portal-restricted': {
    options: {
      is_embedded: true,
      navigation_mode: 'restricted',
      deep_link: { resource_type: 'reservation', resource_key: 'R-20420' },
    },
  },
}

const vite = await createServer({
  configFile: false,
  plugins: [bundledProgram()],
  server: { middlewareMode: true },
  appType: 'custom',
})
const { createSandbox } = await vite.ssrLoadModule('/src/sandbox/index.ts')
const sandbox = createSandbox({ now: () => now, portalOrigin: 'http://portal.test' })
const found = await findChromium()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  env: found.env,
  args: found.args,
})
await mkdir(folder, { recursive: true })

for (const [name, { options, section }] of Object.entries(pictures)) {
  const answer = await sandbox.fetch(
    new Request('http://portal.test/customers/create_portal', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ ...options, customer_data }),
    }),
  )
  const { customer_portal } = await answer.json()
  const page = await browser.newPage({ viewport: { width: 1040, height: 640 }, deviceScaleFactor: 2 })
  await page.route('**/*', async (route) => {
    const response = await sandbox.fetch(new Request(route.request().url()))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    })
  })
  await page.goto(customer_portal.url)
  if (section) await page.locator(`[data-section=${section}]`).click()
  await page.screenshot({ path: `${folder}/${name}.png` })
  await page.close()
}

await browser.close()
await vite.close()
