import { createTestPortal, type TestPortal } from '../src/testing/index'
import { sampleCustomers } from './sampleCustomers'

/** Makes the backend of a story that has a provider of its own. */
export function createStoryPortal(customer_key: string): TestPortal {
  const portalPage = new URL('portal.html', document.baseURI).href
  return createTestPortal({ seed: sampleCustomers, portalPage, grant: { customer_key } })
}
