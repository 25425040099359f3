import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createSandbox,
  encodeSnapshot,
  makeSnapshot,
  portalPageHtml,
  type Sandbox,
} from '../../src/sandbox/index'
import { type CreatePortalRequest, LOCALES } from '../../src/schemas/index'
import { callSandbox } from '../support/callSandbox'
import { findChromium } from '../support/findChromium.mjs'
import { type ServedFetch, serveFetch } from '../support/serveFetch'

const customer_data = {
  customer_key: 'harbour-house',
  rooms: ['201', '202'].map((key) => ({ room_key: key, name: `Room ${key}` })),
  spaces: [{ space_key: 'annex', name: 'Annex' }],
  guests: [{ guest_key: 'g', name: 'Guest 1' }],
  staff_members: [{ staff_member_key: 's', name: 'Front desk' }],
  reservations: [
    { reservation_key: 'R 1', name: 'Stay 1', guest_key: 'g', room_keys: ['201'], preferred_code: '4711' },
    { reservation_key: 'R 2', name: 'Stay 2', room_keys: ['202'], starts_at: '2026-03-01T15:00:00Z' },
  ],
}

let browser: Browser
let served: ServedFetch
let sandbox: Sandbox
let context: BrowserContext
let page: Page
let trouble: string[]

beforeAll(async () => {
  const { executablePath, env, args } = await findChromium()
  browser = await chromium.launch({ executablePath, env, args })
  served = await serveFetch(async (request) => {
    const { pathname, search } = new URL(request.url)
    if (pathname === '/portal.html') return html(portalPageHtml())
    if (pathname === '/host.html') return html(hostPage(decodeURIComponent(search.slice(1))))
    return sandbox.fetch(request)
  })
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

beforeEach(async () => {
  sandbox = createSandbox({ portalOrigin: served.origin })
  context = await browser.newContext({ viewport: { width: 390, height: 720 } })
  page = await context.newPage()
  trouble = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text())
  })
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('requestfailed', (request) => trouble.push(new URL(request.url()).pathname))
})

afterEach(async () => {
  await context.close()
  expect(trouble).toEqual([])
})

describe('the sandbox’s portal', () => {
  it.each(LOCALES)(
    'is in %s, fits 390 pixels in every section, and does not take the focus',
    async (locale) => {
      await open({ locale })
      expect(await fact('locale')).toBe(locale)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
      for (const section of ['connect', 'organize', 'manage', 'configure']) {
        const button = page.locator(`[data-section=${section}]`)
        const word = await button.textContent()
        await button.click()
        expect(await page.locator('h1').textContent()).toBe(word)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      }
      if (locale !== 'en-US') expect(await page.locator('h1').textContent()).not.toBe('Configure')
    },
  )

  it('changes its language without a reload, with its own picker', async () => {
    await open({ locale: 'en-US' })
    const picker = page.getByRole('combobox', { name: 'Language' })
    await picker.focus()
    await picker.selectOption('de-DE')
    expect(await page.locator('h1').textContent()).toBe('Verbinden')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await open({ exclude_locale_picker: true })
    expect(await page.getByRole('combobox').count()).toBe(0)
  })

  it('shows the sections that are not excluded, and says when there are none', async () => {
    const off = { exclude: true }
    await open({ features: { connect: off, manage_devices: off } })
    expect(await fact('sections')).toBe('organize configure')
    expect(await page.locator('h1').textContent()).toBe('Organize')
    await open({ features: { connect: off, organize: off, manage: off, configure: off } })
    expect(await fact('view')).toBe('empty')
  })

  it('offers the providers that are accepted and not excluded', async () => {
    await open({
      features: {
        connect: { accepted_providers: ['yale', 'my_locks', 'nuki'], excluded_providers: ['nuki'] },
      },
    })
    expect(await page.locator('[data-provider] .name').allTextContents()).toEqual(['Yale', 'My Locks'])
  })

  it('shows the management section as configured: without stays, without staff, with some event types selected', async () => {
    await open({
      features: {
        connect: { exclude: true },
        organize: { exclude: true },
        manage: {
          exclude_reservation_management: true,
          exclude_staff_management: true,
          events: { allowed_events: ['lock.locked', 'lock.unlocked'], default_events: ['lock.locked'] },
        },
      },
    })
    expect(await page.locator('[data-id^="tab "]').allTextContents()).toEqual(['Places 3', 'Events'])
    await page.getByRole('button', { name: 'Events' }).click()
    expect(await page.locator('[data-event]').count()).toBe(2)
    expect(await page.locator('[data-event]:checked').getAttribute('data-event')).toBe('lock.locked')
  })

  it('lets the customer change rules only where it is allowed', async () => {
    await open({ features: { configure: { allow_climate_automation_rule_customization: true } } })
    await page.locator('[data-section=configure]').click()
    const permitted = (name: string) =>
      page.locator(`[data-permission=${name}]`).locator('input:enabled').count()
    expect(await permitted('allow_access_automation_rule_customization')).toBe(0)
    expect(await permitted('allow_climate_automation_rule_customization')).toBe(2)
    expect(await permitted('allow_instant_key_customization')).toBe(0)
  })

  it('asks in the partner’s words before devices are managed', async () => {
    const words = {
      title: 'Start?',
      body: 'For {count} devices.',
      confirm_button_label: 'Go',
      cancel_button_label: 'No',
    }
    await open({ features: { manage: { device_management_confirmation: words } } })
    await page.locator('[data-section=manage]').click()
    await page.getByRole('button', { name: 'Places' }).click()
    await page.getByRole('button', { name: 'Start managing' }).click()
    const dialog = page.getByRole('dialog', { name: 'Start?' })
    expect(await dialog.locator('p').textContent()).toBe('For 3 devices.')
    expect(await dialog.getByRole('button').allTextContents()).toEqual(['Go', 'No'])
    await dialog.getByRole('button', { name: 'Go' }).click()
    expect(await page.locator('.pill.good').count()).toBe(3)
    expect(await dialog.count()).toBe(0)
  })

  it('opens on a landing page, with navigation to all other pages', async () => {
    await open({ landing_page: { manage: { room_key: '202' } } })
    expect([await fact('view'), await fact('resource')]).toEqual(['place', '202'])
    expect(await page.locator('h1').textContent()).toBe('Room 202')
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await fact('view')).toBe('manage')
  })

  it('opens on a deep link: a reservation, a space, a device', async () => {
    await open({ deep_link: { resource_type: 'reservation', resource_key: 'R 1' } })
    expect([await fact('view'), await fact('resource')]).toEqual(['stay', 'R 1'])
    await open({ deep_link: { resource_type: 'space', resource_key: 'annex' } })
    expect([await fact('view'), await fact('resource')]).toEqual(['place', 'annex'])
    await open({ deep_link: { resource_type: 'device', resource_id: 'lock-201' } })
    expect([await fact('view'), await fact('resource')]).toEqual(['device', 'lock-201'])
  })

  it('has no navigation when it is restricted, and no header when it is embedded', async () => {
    await open({
      is_embedded: true,
      navigation_mode: 'restricted',
      deep_link: { resource_type: 'reservation', resource_key: 'R 1' },
    })
    expect([await fact('navigation'), await fact('embedded')]).toEqual(['restricted', 'true'])
    expect(await page.locator('nav, header, [data-id=back], [data-id^="open "]').count()).toBe(0)
    await open({})
    expect(await page.locator('nav, header').count()).toBe(2)
  })

  it('hides technical details and actions of a stay when configured', async () => {
    const deep_link = { resource_type: 'reservation' as const, resource_key: 'R 1' }
    await open({ deep_link })
    expect(await page.getByText('Technical details').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Revoke access' }).count()).toBe(1)
    await open({
      deep_link,
      features: {
        manage: { exclude_reservation_technical_details: true, exclude_reservation_management: true },
      },
    })
    expect(await page.getByText('Technical details').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Revoke access' }).count()).toBe(0)
  })

  it('refuses every change when it is read-only, and says so', async () => {
    await open({ read_only: true })
    expect(await fact('read-only')).toBe('true')
    expect(await page.locator('[data-note=read-only]').count()).toBe(1)
    expect(await page.locator('[data-id^="connect "]:enabled').count()).toBe(0)
    await page.locator('[data-section=organize]').click()
    expect(await page.locator('main select:enabled').count()).toBe(0)
    await page.locator('[data-section=configure]').click()
    expect(await page.locator('main input:enabled').count()).toBe(0)
    await page.locator('[data-section=manage]').click()
    await page.getByRole('button', { name: 'Stay 1', exact: true }).click()
    expect(await page.locator('.actions button:enabled').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Copy Stay 1' }).isEnabled()).toBe(true)
  })

  it('has the colour of the customization profile', async () => {
    const one = await accent('6f1c2a54-0b7e-4d7a-9a58-3d0d4c1f2e77')
    expect(await accent('6f1c2a54-0b7e-4d7a-9a58-3d0d4c1f2e78')).not.toBe(one)
    expect(await accent('6F1C2A54-0B7E-4D7A-9A58-3D0D4C1F2E77')).toBe(one)
    expect(await accent()).toBe('rgb(22, 24, 29)')
  })

  it('copies a code', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: served.origin })
    await open({ deep_link: { resource_type: 'reservation', resource_key: 'R 1' } })
    await page.getByRole('button', { name: 'Copy Stay 1' }).click()
    await page.getByRole('button', { name: 'Copied Stay 1' }).waitFor()
    expect(await page.getByRole('status').textContent()).toBe('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('4711')
  })

  it('connects an account in its own window', async () => {
    await open({ locale: 'de-DE' })
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Verbinden Yale' }).click(),
    ])
    expect(new URL(popup.url()).search).toBe('')
    expect(await popup.locator('h1').textContent()).toBe('Yale verbinden')
    await agree(popup, 'Zugriff erlauben')
    await page.locator('[data-connected=yale]').waitFor()
    await page.locator('[data-section=organize]').click()
    expect(await page.locator('[data-device]').count()).toBe(4)
  })

  it('accepts messages only from the window that it has opened', async () => {
    await open({})
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Connect Yale' }).click(),
    ])
    const done = { event: { event_type: 'connect_webview.login_succeeded' } }
    await page.evaluate((message) => {
      window.postMessage(message, '*')
      // Messages arrive in order: when the page has this one, it has the first too.
      return new Promise<void>((resolve) => {
        window.addEventListener('message', ({ data }) => data === 'last' && resolve())
        window.postMessage('last', '*')
      })
    }, done)
    expect(await page.locator('[data-connected=yale]').count()).toBe(0)
    await agree(popup, 'Allow access')
    await page.locator('[data-connected=yale]').waitFor()
  })

  it('says when it has ended, and when it does not exist', async () => {
    sandbox.fail('expired_on_arrival')
    await open({ locale: 'it-IT' })
    expect(await fact('view')).toBe('expired')
    expect(await page.locator('h1').textContent()).toBe('Questa sessione è terminata')
    await page.goto(`${served.origin}/portals/none`)
    expect(await fact('view')).toBe('missing')
    // Chromium logs the status of the two pages.
    expect(trouble.splice(0).every((line) => /status of (404|410)/.test(line))).toBe(true)
  })
})

describe('the portal’s page as a file', () => {
  it('runs in a frame without an origin, from its hash alone', async () => {
    sandbox = createSandbox({ portalPage: `${served.origin}/portal.html` })
    const url = await portalUrl({ locale: 'pl-PL', is_embedded: true })
    await page.goto(`${served.origin}/host.html?${encodeURIComponent(url)}`)
    const frame = page.frames()[1]
    if (!frame) throw new Error('The host page has no frame.')
    expect(await frame.evaluate(() => self.origin)).toBe('null')
    expect(await frame.locator('h1').textContent()).toBe('Połącz')
    await frame.locator('[data-section=manage]').click()
    await frame.locator('[data-id="copy reservations R 1"]').click()
    await frame.locator('#status:not(:empty)').waitFor()
    expect(await frame.locator('#status').textContent()).toBe(
      'Kopiowanie nie jest tu dozwolone. Zaznacz kod.',
    )
    await frame.locator('[data-section=connect]').click()
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      frame.locator('[data-id="connect yale"]').click(),
    ])
    await agree(popup, 'Zezwól na dostęp')
    await frame.locator('[data-connected=yale]').waitFor()
    // Chromium logs the refused clipboard.
    expect(trouble.splice(0).every((line) => /clipboard/i.test(line))).toBe(true)
  })

  it('reads a new hash without a reload, and says when its link has ended or the hash is empty', async () => {
    sandbox = createSandbox({ portalPage: `${served.origin}/portal.html` })
    await page.goto(await portalUrl({ locale: 'nl-NL' }))
    expect(await page.locator('h1').textContent()).toBe('Koppelen')
    await page.goto(await portalUrl({ locale: 'ru-RU' }))
    expect(await page.locator('h1').textContent()).toBe('Подключение')
    sandbox.fail('expired_on_arrival')
    await page.goto(await portalUrl({}))
    expect(await fact('view')).toBe('expired')
    for (const hash of ['', '#', '#not-json', '#bnVsbA', '#e30']) {
      await page.goto('about:blank')
      await page.goto(`${served.origin}/portal.html${hash}`)
      expect([hash, await fact('view')]).toEqual([hash, 'missing'])
    }
  })

  it('never opens a window at an address of its hash', async () => {
    const snapshot = makeSnapshot({ data: customer_data, options: {}, made_at: 0 })
    const { text } = encodeSnapshot({ ...snapshot, connect_page: 'javascript:document.title="taken"//' })
    await page.goto(`${served.origin}/portal.html#${text}`)
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.locator('[data-id="connect yale"]').click(),
    ])
    await popup.getByRole('button', { name: 'Cancel' }).waitFor()
    expect(new URL(popup.url()).pathname).toBe('/portal.html')
  })
})

async function portalUrl(options: CreatePortalRequest): Promise<string> {
  const { status, answer } = await callSandbox(sandbox, '/customers/create_portal', {
    ...options,
    customer_data,
  })
  expect(status).toBe(200)
  return answer.customer_portal.url
}

async function open(options: CreatePortalRequest): Promise<void> {
  await page.goto(await portalUrl(options))
}

function fact(name: string): Promise<string | null> {
  return page.locator('html').getAttribute(`data-portal-${name}`)
}

function html(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function hostPage(url: string): string {
  return `<!doctype html><link rel="icon" href="data:,"><title>Host</title><iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" width="390" height="600" src="${url}"></iframe>`
}

// The window closes during the click, so the test does not wait for the end of the click.
async function agree(popup: Page, name: string): Promise<void> {
  const button = popup.getByRole('button', { name })
  await button.waitFor()
  await Promise.all([
    popup.waitForEvent('close'),
    button.evaluate((one: HTMLElement) => void setTimeout(() => one.click())),
  ])
}

async function accent(customization_profile_id?: string): Promise<string> {
  await open({ is_embedded: true, ...(customization_profile_id && { customization_profile_id }) })
  return page.locator('[aria-current=page]').evaluate((one) => getComputedStyle(one).backgroundColor)
}
