import { expect, it } from 'vitest'
import { pushData } from '../../src/push/index'
import { reservations, startPush } from './startPush'

it('sends everything, in requests of at most 500 records', async () => {
  const { client, bodies, stored } = startPush()
  const result = await pushData(client, { customer_key: 'harbour', reservations: reservations(1201) })
  expect(result).toMatchObject({ pushed: 1201, failed: [], remaining: 0 })
  expect(bodies.map(({ reservations }) => reservations?.length)).toEqual([500, 500, 201])
  expect(stored().reservations).toHaveLength(1201)
})
