import { describe, expect, it } from 'vitest'
import { type CreatePortalInput, createPortalClient } from '../../src/client/index'
import { createSandbox } from '../../src/sandbox/index'
import type { CustomerData, DeletionKeys } from '../../src/schemas/index'
import { createPortalHandler, type PortalGrant } from '../../src/server/index'
import { RESOURCE_KEYS } from '../../src/wire/RESOURCE_KEYS'
import { valueAt } from './fieldsOf'
import { PAGE_FIELDS, testName } from './vendorCoverage'

const CUSTOMER = 'one'
const PROFILE = '67c58f1f-f148-4415-a63c-dc6c145c6b91'

/** Connects client, handler and sandbox, with a grant that allows everything. */
function startStack(portal: PortalGrant['portal'] = {}) {
  const sandbox = createSandbox()
  const configure = {
    allow_access_automation_rule_customization: true,
    allow_climate_automation_rule_customization: true,
    allow_instant_key_customization: true,
  }
  const handler = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    authorize: () => ({
      customer_key: [CUSTOMER, 'another'],
      portal: { ...portal, features: { configure } },
      allow: { customer_data: true, push_data: true, delete_data: () => true, delete_customer: true },
    }),
    fetch: sandbox.fetch,
  })
  const client = createPortalClient({
    endpoint: 'https://app.example.com/api/seam',
    headers: { 'sec-fetch-site': 'same-origin' },
    fetch: handler,
  })
  /** The records of a customer in the sandbox. */
  const recordsOf = (key: string) =>
    sandbox.customers().find(({ customer_key }) => customer_key === key)?.data
  return { sandbox, client, recordsOf }
}

describe('create_portal', () => {
  for (const { path, body } of PAGE_FIELDS.create_portal) {
    const field = path.replace('customer_data.', '')

    it(testName(path), async () => {
      const ofProfile = path === 'customization_profile_id'
      const { client, sandbox, recordsOf } = startStack(
        ofProfile ? { customization_profile_id: PROFILE } : {},
      )

      await client.createPortal({ customer_key: CUSTOMER, ...(body as CreatePortalInput) })

      const value = valueAt(body, path)
      expect(value).toBeDefined()
      if (field !== path) expect(valueAt(recordsOf(CUSTOMER), field)).toEqual(value)
      else expect(valueAt(sandbox.portals[0]?.options, path)).toEqual(value)
    })
  }

  it('does not have these values unless they are sent', async () => {
    const { client, sandbox } = startStack()

    await client.createPortal({ customer_key: CUSTOMER })

    for (const { path, body } of PAGE_FIELDS.create_portal) {
      expect(valueAt(sandbox.portals[0]?.options, path), path).not.toEqual(valueAt(body, path))
    }
  })
})

describe('push_data', () => {
  for (const { path, body } of PAGE_FIELDS.push_data) {
    it(testName(path), async () => {
      const { client, recordsOf } = startStack()

      await client.pushData(body as CustomerData)

      expect(valueAt(body, path)).toBeDefined()
      expect(valueAt(recordsOf(CUSTOMER), path)).toEqual(valueAt(body, path))
    })
  }
})

describe('delete_data', () => {
  for (const { path, body } of PAGE_FIELDS.delete_data) {
    it(testName(path), async () => {
      const { client, recordsOf } = startStack()
      const [list, key] = Object.entries(RESOURCE_KEYS).find(([, key]) => `${key}s` === path) ?? []
      const record = { [key ?? '']: 'one', name: 'One' }
      await client.pushData({ customer_key: CUSTOMER, ...(list && { [list]: [record] }) })
      expect(recordsOf(CUSTOMER)).toEqual({ customer_key: CUSTOMER, ...(list && { [list]: [record] }) })

      await client.deleteData(body as DeletionKeys, {
        deleteEverythingOfCustomers: path === 'customer_keys',
      })

      expect(recordsOf(CUSTOMER)).toEqual(path === 'customer_keys' ? undefined : { customer_key: CUSTOMER })
    })
  }
})

describe('customer_portal', () => {
  for (const { path } of PAGE_FIELDS.customer_portal) {
    it(testName(path), async () => {
      const { client, sandbox } = startStack()
      const answer = await sandbox.fetch(
        new Request('https://connect.getseam.com/customers/create_portal', {
          method: 'POST',
          headers: { authorization: 'Bearer seam_test_sandbox', 'content-type': 'application/json' },
          body: JSON.stringify({ customer_data: { customer_key: CUSTOMER } }),
        }),
      )
      expect(await answer.json()).toHaveProperty(['customer_portal', path], expect.any(String))

      const link = await client.createPortal({ customer_key: CUSTOMER })

      if (path === 'workspace_id') expect(link).not.toHaveProperty(path)
      else expect(link).toHaveProperty(path, expect.any(String))
    })
  }
})
