import { describe, expect, it } from 'vitest'
import { type PushInput, type PushOptions, pushData } from '../../src/push/index'
import { answer, harbour, reservations, startPush } from './startPush'

function* brokenRows() {
  yield* reservations(3)
  throw new Error('the database is gone')
}

async function* brokenCustomers() {
  yield harbour(2)
  throw new Error('gone')
}

describe('data that breaks', () => {
  it('midway, after what came before it was sent', async () => {
    const { client, stored } = startPush()

    const result = await pushData(client, { customer_key: 'harbour', reservations: brokenRows() })

    expect(result).toMatchObject({ pushed: 3, failed: [], remaining: undefined })
    expect(result.stopped).toMatchObject({
      code: 'source_failed',
      message: expect.stringContaining('reservations[3]'),
      cause: new Error('the database is gone'),
    })
    expect(stored().reservations).toHaveLength(3)
  })

  it('between customers', async () => {
    const { client } = startPush()

    expect(await pushData(client, brokenCustomers())).toMatchObject({
      pushed: 2,
      stopped: { code: 'source_failed' },
    })
  })

  it('closes the lists it does not read to the end', async () => {
    const { client } = startPush()
    let closed = 0
    const controller = new AbortController()
    function* rows() {
      try {
        for (let at = 0; ; at += 1) {
          if (at === 3) controller.abort()
          yield { reservation_key: `R-${at}` }
        }
      } finally {
        closed += 1
      }
    }

    await pushData(
      client,
      { customer_key: 'harbour', reservations: rows() },
      { maxRecords: 1, signal: controller.signal },
    )
    await new Promise(setImmediate)

    expect(closed).toBe(1)
  })

  it.each([
    ['no client', {}, harbour(1), {}, '`client` has no `pushData`'],
    ['no data', undefined, null, {}, '`data` is no object'],
    ['no customer', undefined, { reservations: [] }, {}, 'no `customer_key`'],
    [
      'an empty customer',
      undefined,
      { customer_key: '' },
      {},
      '`customer_key`: Expected at least 1 character',
    ],
    [
      'a list that is none',
      undefined,
      { customer_key: 'harbour', reservations: 'R-1' },
      {},
      '`reservations` is no list',
    ],
    [
      'null for a list',
      undefined,
      { customer_key: 'harbour', reservations: null },
      {},
      '`reservations` is no list',
    ],
    ['requests of nothing', undefined, harbour(1), { maxRecords: 0 }, '`maxRecords` is 0'],
    ['no requests', undefined, harbour(1), { inFlight: 0 }, '`inFlight`'],
    [
      'any checkpoint',
      undefined,
      harbour(1),
      { checkpoint: { version: 2 } },
      '`checkpoint` is none that pushData or deleteData gave',
    ],
  ])('is refused with a sentence: %s', async (_name, client, data, options, sentence) => {
    const stage = startPush()
    const push = pushData(client ?? stage.client, data as PushInput, options as PushOptions)
    await expect(push).rejects.toThrow(sentence)
    await expect(push).rejects.toBeInstanceOf(TypeError)
    expect(stage.bodies).toEqual([])
  })

  it.each([
    ['others', reservations(8, 100)],
    ['fewer', reservations(3)],
    ['in another order', reservations(8).toReversed()],
    ['changed', reservations(8).map((row, at) => (at === 1 ? { ...row, name: 'New' } : row))],
  ])('is refused with a checkpoint of other data, and nothing is sent: %s', async (_name, rows) => {
    const { client, accidents, bodies } = startPush()
    // The first request is lost, the second arrives: what is open comes before what was acknowledged.
    accidents.push(
      answer(403, 'forbidden'),
      async (_request, _body, deliver) => deliver(),
      answer(401, 'unauthorized'),
    )
    const { checkpoint, pushed } = await pushData(client, harbour(8), { maxRecords: 2, inFlight: 1 })
    expect(pushed).toBe(2)
    bodies.length = 0

    const push = pushData(
      client,
      { customer_key: 'harbour', reservations: rows },
      { checkpoint, maxRecords: 1 },
    )

    await expect(push).rejects.toThrow('`checkpoint` belongs to other data')
    expect(bodies).toEqual([])
  })
})
