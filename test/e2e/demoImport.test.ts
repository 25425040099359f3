import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import { type DashboardWindow, openDashboard } from './openDashboard'
import { type StartedDemo, startDemo } from './startDemo'

let demo: StartedDemo
let browser: Browser
let desk: DashboardWindow

beforeAll(async () => {
  demo = await startDemo()
  const { executablePath, env, args } = await findChromium()
  browser = await chromium.launch({ executablePath, env, args })
  desk = await openDashboard(browser)
})

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** Chooses a file on the Import page. */
async function choose(...lines: string[]): Promise<void> {
  await desk.page.locator('input[type=file]').setInputFiles({
    name: 'stays.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Code,Property,Room,Arrives,Leaves', ...lines].join('\n')),
  })
}

/** Sends a body as a script on the dashboard's page could. */
function push(body: object): Promise<number> {
  return desk.page.evaluate(async (json) => {
    const response = await fetch('/api/seam/customers/push_data', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: json,
    })
    return response.status
  }, JSON.stringify(body))
}

describe('the Import page', () => {
  it('shows what is wrong in a file before anything is sent', async () => {
    const { page } = desk
    await page.goto(`${demo.origin}/import`)
    await choose(
      'R-2900001,harbour-house,harbour-house-204,2027-03-01,2027-03-04',
      'R-2900002,harbour-house,harbour-house-204,2027-03-05,2027-03-04',
      'R-2900003,harbour-house,harbour-house-999,2027-03-08,2027-03-09',
      'R-2900004,harbour-house,harbour-house-204,soon,2027-03-09',
    )
    await page.getByRole('heading', { name: 'stays.csv · 3 reservations' }).waitFor()

    const found = page.getByRole('list', { name: 'Findings' })
    await found.getByText('Line 5').waitFor()
    await found.getByText('R-2900002').waitFor()
    expect(desk.count('push_data')).toBe(0)
  })

  it('sends it, names what the server refuses, and sends that again', async () => {
    const { page } = desk
    await choose('R-2900001,harbour-house,harbour-house-204,2027-03-01,2027-03-04')
    await page.getByRole('button', { name: 'Import 1 reservation' }).click()
    await page.getByText('1 record sent').first().waitFor()
    expect(desk.trouble).toEqual([])

    await choose('R-3900001,canal-yard,canal-yard-1,2027-03-01,2027-03-04')
    await page.getByRole('button', { name: 'Import 1 reservation' }).click()
    await page.getByText('0 sent · 1 needs attention').first().waitFor()
    await page.getByText('Show what needs attention').click()
    await page.getByRole('rowheader', { name: 'R-3900001' }).waitFor()

    const before = desk.count('push_data')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('0 sent · 1 needs attention').first().waitFor()
    await expect.poll(() => desk.count('push_data')).toBe(before + 1)
    expect(desk.trouble.splice(0).every((line) => line.includes('403'))).toBe(true)
  })

  it('pauses and goes on, keeps going on another page, and sends a hundred thousand', async () => {
    const { page } = desk
    await page.goto(`${demo.origin}/import`)
    await page.getByRole('button', { name: 'Use 100,000 sample rows' }).click()
    await page.getByRole('button', { name: 'Import 100,000 reservations' }).click()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page
      .getByText(/^Paused at/)
      .first()
      .waitFor()
    expect(
      await page.getByRole('button', { name: 'Resume' }).evaluate((one) => one === document.activeElement),
    ).toBe(true)
    await page.getByRole('button', { name: 'Resume' }).click()

    await page.getByRole('link', { name: 'Properties' }).first().click()
    await page.getByRole('heading', { name: 'Properties' }).waitFor()
    await page.getByRole('link', { name: 'Import' }).click()
    await page.getByText('99,988 sent · 12 need attention').first().waitFor({ timeout: 120_000 })
    expect(desk.trouble).toEqual([])
  }, 180_000)

  it('opens a portal afterwards', async () => {
    await desk.page.getByRole('link', { name: 'Properties' }).first().click()
    await desk.cardButton('Harbour House').click()
    await desk.page.frameLocator('iframe:visible').locator('h1').waitFor()
  })

  it('lets a browser send neither other lists nor what belongs to another customer', async () => {
    const stay = { reservation_key: 'R-2999999', room_keys: ['harbour-house-204'] }
    const ours = { customer_key: 'harbour-house-stays' }
    expect(await push({ ...ours, reservations: [stay] })).toBe(200)
    expect(await push({ ...ours, reservations: [{ ...stay, reservation_key: 'R-3999999' }] })).toBe(403)
    expect(await push({ ...ours, reservations: [{ ...stay, room_keys: ['canal-yard-1'] }] })).toBe(403)
    expect(await push({ ...ours, reservations: [{ ...stay, space_keys: ['canal-yard-1'] }] })).toBe(403)
    expect(await push({ ...ours, rooms: [{ room_key: 'canal-yard-1', name: 'Ours now' }] })).toBe(403)
    expect(await push({ customer_key: 'northside-lofts', reservations: [] })).toBe(403)
  })
})
