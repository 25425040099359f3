import { expect, test } from '@playwright/test'
import { createTestPortal, routePortal } from 'react-seam-portal/testing'

// packageTesting.test.ts runs this file on the packed library, beside examples/testing.

const open = async (page) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Manage access' }).click()
}

test('fails once where the pointer has rested on the button before the click', async ({ page }) => {
  const portal = createTestPortal()
  portal.fail('vendor_error')
  await routePortal(page, portal)
  await page.goto('/')
  const asked = page.waitForRequest('**/create_portal')
  await page.getByRole('button', { name: 'Manage access' }).hover()
  await asked
  // Long enough for an answer to come.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  await page.getByRole('button', { name: 'Manage access' }).click()
  await expect(page.getByText('The portal is failed')).toBeVisible()
  expect(portal.requests.map(({ status }) => status)).toEqual([502])
})

test('says that the user is offline, once', async ({ page }) => {
  const portal = createTestPortal()
  portal.fail('offline')
  await routePortal(page, portal)
  await open(page)
  await expect(page.getByRole('heading', { name: 'You’re offline' })).toBeVisible()
  expect(await page.evaluate(() => navigator.onLine)).toBe(true)
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('The portal is loaded')).toBeVisible()
})

test('keeps the portals of two pages apart, in a new tab too, and sends nothing out', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  const [one, two] = ['north', 'south'].map((key) =>
    createTestPortal({
      seed: [
        { customer_key: key, properties: [{ property_key: 'harbour-house', name: `House of the ${key}` }] },
      ],
    }),
  )
  const failed = []
  context.on('requestfailed', (request) => failed.push(new URL(request.url()).host))
  await routePortal(page, one)
  await routePortal(other, two)
  for (const [at, key] of [
    [page, 'north'],
    [other, 'south'],
  ]) {
    await open(at)
    const heading = at
      .frameLocator('iframe[title=Access]')
      .getByRole('heading', { name: `House of the ${key}` })
    await expect(heading).toBeVisible()
  }
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Open in a new tab' }).click(),
  ])
  await expect(tab.getByRole('heading', { name: 'House of the north' })).toBeVisible()
  await other.close()
  await two.expireLinks()
  expect([one.requests.length, two.requests.length, failed.length]).toEqual([2, 1, 0])
})

test('refuses a page that has gone somewhere, and what is no test portal', async ({ page }) => {
  await expect(routePortal(page, {})).rejects.toThrow('was given no test portal')
  await page.goto('/')
  await expect(routePortal(page, createTestPortal())).rejects.toThrow(
    /called after the page went to http.*before page.goto/,
  )
})
