import { expect, test } from '@playwright/test'
import { createTestPortal, routePortal } from 'react-seam-portal/testing'

const property = { property_key: 'harbour-house', name: 'Harbour House' }
const seed = [{ customer_key: 'north-coast', properties: [property] }]

test('shows the portal of the customer', async ({ page }) => {
  const portal = createTestPortal({ seed })
  await routePortal(page, portal)
  await page.goto('/')

  await page.getByRole('button', { name: 'Manage access' }).click()

  await expect(page.getByText('The portal is loaded')).toBeVisible()
  const frame = page.frameLocator('iframe[title=Access]')
  await expect(frame.getByRole('heading', { name: 'Harbour House' })).toBeVisible()
})

test('says so when the backend fails, and when the link ends', async ({ page }) => {
  const portal = createTestPortal({ seed })
  portal.fail('vendor_error')
  await routePortal(page, portal)
  await page.goto('/')

  await page.getByRole('button', { name: 'Manage access' }).click()
  await expect(page.getByText('The portal is failed')).toBeVisible()

  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('The portal is loaded')).toBeVisible()

  await portal.expireLinks()
  await expect(page.getByText('The portal is expired')).toBeVisible()
})
