import { expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'

it('tries', async () => {
  const s = createSandbox()
  const r = await s.fetch(
    new Request('http://x/customers/create_portal', {
      method: 'POST',
      headers: { authorization: 'Bearer seam_test_sandbox', 'content-type': 'application/json' },
      body: JSON.stringify({ locale: 'de-DE', customer_data: { customer_key: 'c' } }),
    }),
  )
  const b = await r.json()
  expect(r.status).toBe(200)
  const p = await s.fetch(new Request(b.customer_portal.url))
  expect(p.status).toBe(200)
})
