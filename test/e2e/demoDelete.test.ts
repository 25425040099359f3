import { type Browser, chromium, type Request } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import { type DashboardWindow, openDashboard } from './openDashboard'
import { type StartedDemo, startDemo } from './startDemo'

let demo: StartedDemo
let browser: Browser
let desk: DashboardWindow
/** The bodies of all deletions. */
const deleted: unknown[] = []

beforeAll(async () => {
  demo = await startDemo()
  const { executablePath, env, args } = await findChromium()
  browser = await chromium.launch({ executablePath, env, args })
  desk = await openDashboard(browser)
  desk.page.on('request', (request: Request) => {
    if (request.url().endsWith('/delete_data')) deleted.push(request.postDataJSON())
  })
})

afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** The status of a reservation that was cancelled. */
const cancelled = (code: string) =>
  desk.page.getByRole('row').filter({ hasText: code }).locator('[data-state=Cancelled]')

/** Imports these codes as a file of reservations. */
async function importFile(...codes: string[]): Promise<void> {
  const { page } = desk
  const rows = codes.map((code) => `${code},harbour-house,harbour-house-204,2027-03-01,2027-03-04`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'stays.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Code,Property,Room,Arrives,Leaves', ...rows].join('\n')),
  })
  await page.getByRole('button', { name: /^Import \d/ }).click()
}

/** Sends a body as a script on the dashboard's page could. */
function remove(body: object): Promise<number> {
  return desk.page.evaluate(async (json) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/seam/customers/delete_data', { method: 'POST', headers, body: json })).status
  }, JSON.stringify(body))
}

describe('a cancelled reservation', () => {
  it('loses its own key and nothing else', async () => {
    const { page } = desk
    await page.goto(`${demo.origin}/reservations`)
    await page.getByRole('button', { name: 'More for R-20418' }).click()
    await page.getByRole('menuitem', { name: 'Cancel reservation' }).click()
    await page.getByRole('button', { name: 'Keep reservation' }).click()
    expect(deleted).toEqual([])

    await page.getByRole('button', { name: 'More for R-20418' }).click()
    await page.getByRole('menuitem', { name: 'Cancel reservation' }).click()
    await page.getByRole('button', { name: 'Cancel reservation' }).click()
    await cancelled('R-20418').waitFor()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    expect(deleted).toEqual([{ reservation_keys: ['R-20418'] }])
    expect(await desk.focused()).toBe('')
    expect(desk.trouble).toEqual([])
    await page.reload()
    await cancelled('R-20418').waitFor()
    expect(await cancelled('').count()).toBe(1)
    // The vendor still has the next one.
    await page.getByRole('button', { name: 'R-20420', exact: true }).click()
    await page.frameLocator('iframe:visible').locator('h1').waitFor()
    await page.keyboard.press('Escape')
  })

  it('says so when its access did not end, and ends it at the next try', async () => {
    const { page } = desk
    await page.goto(`${demo.origin}/reservations`)
    await desk.choose('Vendor', /^Down/)
    await page.getByRole('button', { name: 'More for R-20423' }).click()
    await page.getByRole('menuitem', { name: 'Cancel reservation' }).click()
    await page.getByRole('button', { name: 'Cancel reservation' }).click()
    await page.getByRole('alert').getByText('The access did not end.').waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await desk.choose('Vendor', /^Normal/)

    await page.getByRole('button', { name: 'More for R-20423' }).click()
    await page.getByRole('menuitem', { name: 'End access again' }).click()
    await page.getByRole('button', { name: 'End access', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(deleted.at(-1)).toEqual({ reservation_keys: ['R-20423'] })
    desk.trouble.length = 0
  })
})

describe('what an import no longer has', () => {
  it('is deleted once the number is typed, and is not offered again', async () => {
    const { page } = desk
    await page.goto(`${demo.origin}/import`)
    deleted.length = 0
    await importFile('R-2900001', 'R-2900002', 'R-2900003')
    await page.getByText('3 records sent').first().waitFor()
    expect(await page.getByRole('region', { name: 'No longer in the file' }).count()).toBe(0)

    await importFile('R-2900001')
    await page.getByText('2 reservations were imported before and are not in this file.').waitFor()
    await page.getByRole('button', { name: 'Review' }).click()
    const button = page.getByRole('button', { name: 'Delete 2 reservations' })
    expect(await button.isDisabled()).toBe(true)
    await page.getByRole('textbox', { name: 'To confirm, type 2' }).fill('2')
    await button.click()
    await page.getByText('2 records deleted').first().waitFor()
    expect(deleted).toEqual([{ reservation_keys: ['R-2900002', 'R-2900003'] }])

    await importFile('R-2900001')
    await page.getByText('0 sent · 1 unchanged').first().waitFor()
    expect(await page.getByRole('button', { name: 'Review' }).count()).toBe(0)
    expect(desk.trouble).toEqual([])
  })

  it('is all that a browser may delete, beside what is cancelled', async () => {
    expect(await remove({ reservation_keys: ['R-2900001', 'R-20418'] })).toBe(200)
    // Still booked.
    expect(await remove({ reservation_keys: ['R-20420'] })).toBe(403)
    expect(await remove({ reservation_keys: ['R-2900001', 'R-20420'] })).toBe(403)
    // Another customer's.
    expect(await remove({ reservation_keys: ['R-31204'] })).toBe(403)
    expect(await remove({ room_keys: ['harbour-house-204'] })).toBe(403)
    expect(await remove({ customer_keys: ['harbour-house-stays'] })).toBe(403)
    expect(await remove({ customer_keys: ['harbour-house-stays'], reservation_keys: ['R-20418'] })).toBe(400)
  })
})
