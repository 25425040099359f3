import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestPortal } from 'react-seam-portal/testing'

test('gives a link to the customer of the signed-in user, and to no other', async () => {
  const portal = createTestPortal({ grant: { customer_key: 'harbour-house' } })

  const link = await portal.client.createPortal({ locale: 'de-DE' })

  assert.equal(link.customer_key, 'harbour-house')
  await assert.rejects(portal.client.createPortal({ customer_key: 'pine-lodge' }), { code: 'forbidden' })
})

test('a nightly job hears of a failure', async () => {
  const portal = createTestPortal()
  portal.fail('rate_limited')

  await assert.rejects(portal.client.pushData({ customer_key: 'test-customer' }), {
    code: 'rate_limited',
    retryAfter: 1,
  })

  await portal.client.pushData({
    customer_key: 'test-customer',
    rooms: [{ room_key: '204', name: 'Room 204' }],
  })
  assert.deepEqual(
    portal.requests.map(({ status }) => status),
    [429, 200],
  )
})
