import { SeamHttp } from '@seamapi/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PushClient, pushData } from '../../src/push/index'
import { createSandbox } from '../../src/sandbox/index'
import { type ServedFetch, serveFetch } from '../support/serveFetch'
import { createTestClock } from '../push/createTestClock'
import { reservations } from '../push/startPush'

const sandbox = createSandbox()
let served: ServedFetch

beforeAll(async () => {
  served = await serveFetch(sandbox.fetch)
})

afterAll(() => served.close())

it('pushes with the vendor’s own client, through an adapter of one line', async () => {
  const seam = new SeamHttp({ apiKey: 'seam_test_sandbox', endpoint: served.origin })
  const client: PushClient = { pushData: (body) => seam.customers.pushData(body as never) }
  const clock = createTestClock()
  sandbox.fail('rate_limited', { times: 1, retryAfter: 3 })

  const result = await pushData(
    client,
    { customer_key: 'harbour', reservations: reservations(700) },
    { clock },
  )

  expect(result).toMatchObject({ pushed: 700, failed: [], remaining: 0 })
  expect(clock.waits.reduce((sum, wait) => sum + wait, 0)).toBe(3000)
  expect(sandbox.customers()[0]?.data.reservations).toHaveLength(700)
})

it('reads what the vendor’s client throws', async () => {
  const seam = new SeamHttp({ apiKey: 'seam_test_sandbox', endpoint: served.origin })
  const client: PushClient = { pushData: (body) => seam.customers.pushData(body as never) }
  sandbox.fail('forbidden', { times: 1 })
  const refused = await pushData(client, { customer_key: 'harbour', reservations: reservations(1) })
  expect(refused.failed[0]?.reason).toBe('The API key may not do this.')
  sandbox.fail('unauthorized', { times: 1 })
  const halted = await pushData(client, { customer_key: 'harbour', reservations: reservations(1) })
  expect(halted).toMatchObject({ remaining: 1, stopped: { code: 'unauthorized' } })
})
