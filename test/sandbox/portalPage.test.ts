import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/schemas/index'
import { createSandbox, encodeSnapshot, makeSnapshot, portalPageHtml } from '../../src/sandbox/index'
import { portalUrlProblem } from '../../src/wire/portalUrlProblem'
import { callSandbox } from '../support/callSandbox'

const NOW = Date.parse('2026-03-01T09:00:00Z')
const customer_data = { customer_key: 'c', rooms: [{ room_key: '201', name: '</script><b>Room' }] }

async function open(options = {}, now = () => NOW) {
  const sandbox = createSandbox({ now })
  const { answer } = await callSandbox(sandbox, '/customers/create_portal', { ...options, customer_data })
  const url: string = answer.customer_portal.url
  return { sandbox, url, page: () => sandbox.fetch(new Request(url)) }
}

describe('the portal’s page', () => {
  it('is one document that no cache keeps and that loads nothing', async () => {
    const { page } = await open()
    const response = await page()
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; script-src 'unsafe-inline';/),
    })
    const html = await response.text()
    expect(html).toContain('<link rel="icon" href="data:,">')
    expect(html.match(/<(script|link|img|iframe|style)\b[^>]*\b(src|href)=["'](?!data:,)/g)).toBeNull()
    expect(html).not.toMatch(/autofocus|type="module"|localStorage|sessionStorage|document\.cookie|fetch\(/)
  })

  it('treats markup in a record as text', async () => {
    const { page } = await open()
    const html = await (await page()).text()
    expect(html).not.toContain('</script><b>')
    expect(html.match(/<script/g)).toHaveLength(3)
  })

  it('shows the records at the time of the request, not of create_portal', async () => {
    const { sandbox, page } = await open()
    await callSandbox(sandbox, '/customers/push_data', {
      customer_key: 'c',
      rooms: [{ room_key: '202', name: 'Room 202' }],
    })
    expect(await (await page()).text()).toContain('Room 202')
  })

  it('has the language of the portal in its first line', async () => {
    const { page } = await open({ locale: 'el-GR' })
    expect(await (await page()).text()).toContain('<html lang="el-GR"')
  })

  it('answers 410 without records after it has expired', async () => {
    let now = NOW
    const { page } = await open({ locale: 'fr-FR' }, () => now)
    now += 7 * 24 * 60 * 60 * 1000
    const response = await page()
    expect(response.status).toBe(410)
    const html = await response.text()
    expect(html).toContain('<html lang="fr-FR"')
    expect(html).not.toContain('201')
  })

  it('answers 404 to a wrong or missing token', async () => {
    const { sandbox, url } = await open()
    for (const other of [url.slice(0, -1), url.replace(/\?.*/, '')]) {
      const response = await sandbox.fetch(new Request(other))
      expect(response.status).toBe(404)
    }
  })

  it('answers 204 at its root, which a browser requests to see whether the host answers', async () => {
    const { sandbox } = await open()
    expect((await sandbox.fetch(new Request('https://partner-ui.seam.vc/'))).status).toBe(204)
  })

  it('answers HEAD without a body, and refuses POST', async () => {
    const { sandbox, url } = await open()
    const head = await sandbox.fetch(new Request(url, { method: 'HEAD' }))
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await sandbox.fetch(new Request(url, { method: 'POST' }))).status).toBe(405)
  })
})

describe('the page as a file', () => {
  it('gets links that hold what it shows, and that the URL check allows', async () => {
    const portalPage = 'https://stories.example/portal.html'
    const sandbox = createSandbox({ portalPage, now: () => NOW })
    const { answer } = await callSandbox(sandbox, '/customers/create_portal', { customer_data })
    const url: string = answer.customer_portal.url
    expect(url.startsWith(`${portalPage}#`)).toBe(true)
    expect(url).not.toContain('seam_cst')
    expect(portalUrlProblem(url, ['https://stories.example'])).toBeUndefined()
    const snapshot = JSON.parse(Buffer.from(url.split('#')[1] ?? '', 'base64url').toString())
    expect(snapshot).toMatchObject({ customer_key: 'c', expires_at: NOW + 7 * 24 * 60 * 60 * 1000 })
    expect(snapshot.places).toEqual([{ list: 'rooms', key: '201', name: '</script><b>Room' }])
  })

  it('leaves records out with a warning when the link would be too long', async () => {
    const sandbox = createSandbox({ portalPage: 'https://stories.example/portal.html' })
    const rooms = Array.from({ length: 200 }, (_, at) => ({ room_key: `${at}`, name: `Room ${at}` }))
    const { answer } = await callSandbox(sandbox, '/customers/create_portal', {
      customer_data: { customer_key: 'c', rooms },
    })
    expect(answer.customer_portal.url.length).toBeLessThanOrEqual(2048)
    expect(sandbox.warnings.map(({ code }) => code)).toEqual(['snapshot_truncated'])
  })

  it('holds no snapshot', () => {
    expect(portalPageHtml()).not.toContain('id="snapshot"')
  })
})

describe('the page’s program', () => {
  // Another process, in another folder and another time zone.
  const { text, files } = JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `const { bundleProgram } = await import(${JSON.stringify(new URL('../../.ci/bundledProgram.mjs', import.meta.url))})
         const path = ${JSON.stringify(fileURLToPath(new URL('../../src/sandbox/page/program/startPage.ts', import.meta.url)))}
         console.log(JSON.stringify(await bundleProgram(path)))`,
      ],
      { cwd: tmpdir(), encoding: 'utf8', env: { TZ: 'Asia/Tokyo', NODE_ENV: 'production' } },
    ),
  ) as { text: string; files: string[] }

  it('has the same bytes wherever it is bundled, and no path of the machine', () => {
    expect(portalPageHtml()).toContain(`<script>${text}</script>`)
    expect(text).not.toContain(process.cwd())
  })

  it('cannot end its own script element', () => {
    expect(text).not.toMatch(/<[/!]|<script/i)
  })

  it('holds the page’s modules, the modules they share with the sandbox, and no schema', () => {
    const own = files.map((file) => file.slice(process.cwd().length + 1))
    expect(own).toContain('src/sandbox/page/program/startPage.ts')
    expect(own.filter((file) => !file.startsWith('src/sandbox/page/program/')).sort()).toEqual([
      'src/sandbox/page/encodeSnapshot.ts',
      'src/wire/RESOURCE_KEYS.ts',
    ])
  })
})

const filter = (field: string, value: string | boolean) => ({ field, operation: '=' as const, value })

describe('a snapshot', () => {
  const data = {
    customer_key: 'c',
    spaces: [
      { space_key: 's', name: 'Space', customer_data: { time_zone: 'Europe/Lisbon', address: '1 Quay' } },
    ],
    property_listings: [
      { property_listing_key: 'a', name: 'A', custom_metadata: { region: 'north', open: true } },
      { property_listing_key: 'b', name: 'B', custom_metadata: { region: 'north', open: 'true' } },
      { property_listing_key: 'c', name: 'C' },
    ],
    guests: [{ guest_key: 'g', name: 'Guest 1', phone_number: '+1 555 010 9876' }],
    reservations: [
      {
        reservation_key: 'r-1',
        guest_key: 'g',
        space_keys: ['s', 'b'],
        custom_metadata: { region: 'north', open: true },
      },
      { reservation_key: 'r-2', preferred_code: '4455', custom_metadata: { region: 'south', open: true } },
    ],
    bookings: [{ booking_key: 'bk', name: 'Booking' }],
  }
  const make = (customer_resources_filters: ReturnType<typeof filter>[] = []) =>
    makeSnapshot({ data, options: { customer_resources_filters }, made_at: NOW })

  it('has every place and stay, and each stay has the names of its person and places', () => {
    const { places, stays } = make()
    expect(places.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'Space'])
    expect(stays[0]).toEqual({
      list: 'reservations',
      key: 'r-1',
      name: 'r-1',
      person: 'Guest 1',
      time_zone: 'Europe/Lisbon',
      places: ['B', 'Space'],
      code: '9876',
    })
    expect(stays[1]?.code).toBe('4455')
    expect(stays[2]?.code).toMatch(/^\d{4}$/)
  })

  it('keeps only listings and reservations that meet every filter, and "true" does not equal true', () => {
    const { places, stays } = make([filter('region', 'north'), filter('open', true)])
    expect(places.map(({ name }) => name)).toEqual(['A', 'Space'])
    expect(stays.map(({ key }) => key)).toEqual(['r-1', 'bk'])
    expect(stays[0]?.places).toEqual(['Space'])
  })

  it('is written in characters that a hash holds without escapes', () => {
    const { text, complete } = encodeSnapshot(make())
    expect(text).toMatch(/^[\w-]+$/)
    expect(complete).toBe(true)
    expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual(make())
  })
})

describe('the page’s words', () => {
  const words = JSON.parse(/id="words">(.*?)<\/script>/.exec(portalPageHtml())?.[1] ?? '') as Record<
    string,
    Record<string, string>
  >

  it.each(LOCALES)('are complete in %s, with the same placeholders', (locale) => {
    const english = words['en-US'] ?? {}
    const own = words[locale] ?? {}
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort())
    for (const [key, text] of Object.entries(own)) {
      expect(text.match(/\{\w+\}/g), key).toEqual(english[key]?.match(/\{\w+\}/g) ?? null)
      expect(text, key).toMatch(/\S/)
    }
  })

  it('never name the vendor', () => {
    expect(JSON.stringify(words)).not.toMatch(/seam/i)
  })
})
