import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createMemoryLedger,
  createPushControl,
  type DeleteClient,
  type DeleteOptions,
  type DeletePlan,
  deleteData,
  planDelete,
  type PushCheckpoint,
  pushData,
} from '../../src/push/index'
import type { CustomerData } from '../../src/schemas/index'
import { createTestClock } from './createTestClock'
import {
  type Accident,
  answer,
  breakOff,
  harbour,
  loseAnswer,
  recordsIn,
  reservations,
  startPush,
  watch,
} from './startPush'

const keys = (count: number) => reservations(count).map(({ reservation_key }) => reservation_key)

/** A vendor that has these records, and a log that begins after they were pushed. */
async function startWith(data: CustomerData, customers: string | string[] = 'harbour') {
  const stage = startPush(customers)
  await pushData(stage.client, data)
  stage.bodies.length = 0
  stage.answered.clear()
  return stage
}

const deliver: Accident = (_request, _body, send) => send()

describe('a deletion', () => {
  it('deletes what the plan says and nothing else, stays before the places they are in', async () => {
    const { client, bodies, stored, sandbox } = await startWith({
      ...harbour(6),
      guests: [{ guest_key: 'G-1', name: 'Guest 1' }],
      rooms: ['S-1', 'S-2'].map((room_key) => ({ room_key, name: 'Room' })),
    })
    const { seen, onProgress } = watch()
    const plan = planDelete({ room_keys: ['S-1'], reservation_keys: keys(4) }, { maxRecords: 3 })

    const result = await deleteData(client, plan, { onProgress })

    expect(result).toEqual({
      deleted: 5,
      failed: [],
      remaining: 0,
      ledger: { forgotten: 0 },
      checkpoint: { version: 2, acknowledged: [{ from: 0, to: 5, after: expect.any(Number) }] },
    })
    expect(bodies).toEqual([{ reservation_keys: keys(3) }, { reservation_keys: ['R-3'], room_keys: ['S-1'] }])
    expect(stored()).toEqual({
      customer_key: 'harbour',
      guests: [{ guest_key: 'G-1', name: 'Guest 1' }],
      rooms: [{ room_key: 'S-2', name: 'Room' }],
      reservations: reservations(2, 4),
    })
    expect(sandbox.warnings).toEqual([])
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: 5, total: 5, failed: 0 })
  })

  it('waits with places until no request with stays is in flight', async () => {
    const { client, bodies, accidents } = await startWith(harbour(4))
    const order: string[] = []
    const slow: Accident = async (_request, _body, send) => {
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
      order.push(`answered ${bodies.length}`)
      return send()
    }
    accidents.push(slow, slow)
    await deleteData(client, planDelete({ reservation_keys: keys(2), room_keys: ['S'] }, { maxRecords: 1 }), {
      inFlight: 4,
    })
    expect(bodies).toHaveLength(3)
    expect(order).toEqual(['answered 2', 'answered 2'])
  })

  it('forgets in the ledger what is deleted, so that it is not vanished again', async () => {
    const stage = startPush()
    const ledger = createMemoryLedger()
    const options = { ledger, workspace: 'test' }
    await pushData(stage.client, harbour(5), options)
    const { ledger: found } = await pushData(stage.client, harbour(3), options)
    expect(found.vanished).toHaveLength(2)

    const result = await deleteData(stage.client, planDelete(found.vanished), options)

    expect(result).toMatchObject({ deleted: 2, ledger: { forgotten: 2 } })
    expect(stage.stored().reservations).toEqual(reservations(3))
    expect((await pushData(stage.client, harbour(3), options)).ledger).toEqual({
      unchanged: 3,
      vanished: [],
    })
    // A stay that is booked again under its old key is new.
    expect(await pushData(stage.client, harbour(5), options)).toMatchObject({ pushed: 2 })
  })

  it('reports what the plan could not take, and what the backend refuses, by index, key and path', async () => {
    const { client, accidents, stored } = await startWith(harbour(3))
    const validation_errors = { reservation_keys: { 1: { _errors: ['Too odd'] } } }
    accidents.push(answer(400, 'invalid_input', { validation_errors }))

    const result = await deleteData(client, planDelete({ reservation_keys: ['', ...keys(3)] }))

    expect(result).toMatchObject({ deleted: 2, remaining: 0 })
    expect(result.failed).toEqual([
      {
        customer_key: undefined,
        list: 'reservations',
        index: 0,
        key: '',
        path: 'reservation_keys[0]',
        code: 'invalid_input',
        reason: 'Expected a key with at least one character',
      },
      expect.objectContaining({ index: 2, key: 'R-1', path: 'reservation_keys[2]', reason: 'Too odd' }),
    ])
    expect(stored().reservations).toEqual(reservations(1, 1))
  })

  it('is refused by a grant that does not allow it', async () => {
    const { client, accidents } = await startWith(harbour(2))
    accidents.push(answer(403, 'forbidden'))
    const { seen, onProgress } = watch()
    const plan = planDelete({ reservation_keys: keys(2) }, { maxRecords: 1 })
    const stopped = await deleteData(client, plan, { onFailure: 'stop', inFlight: 1, onProgress })
    expect(stopped).toMatchObject({ deleted: 0, remaining: 1, stopped: { code: 'forbidden' } })
    expect(stopped.failed).toMatchObject([{ code: 'forbidden', key: 'R-0' }])
    expect(seen.at(-1)).toMatchObject({ state: 'stopped', code: 'forbidden' })
  })

  it('waits after a 429, halves after a 413, and asks again where nothing answered', async () => {
    const { client, accidents, bodies, stored } = await startWith(harbour(9))
    const clock = createTestClock()
    accidents.push(
      answer(429, 'rate_limited', {}, { 'retry-after': '2' }),
      answer(413, 'payload_too_large'),
      breakOff,
      loseAnswer,
    )

    const result = await deleteData(client, planDelete({ reservation_keys: keys(8) }), { clock })

    expect(result).toMatchObject({ deleted: 8, failed: [], remaining: 0 })
    expect(clock.waits.slice(0, 2)).toEqual([1000, 1000])
    expect(clock.waits).toHaveLength(4)
    expect(bodies.map((body) => recordsIn(body).length)).toEqual([8, 8, 4, 4, 4, 4])
    expect(stored().reservations).toEqual(reservations(1, 8))
  })

  it('pauses when signed out, resumes in place, and is aborted by its signal', async () => {
    const { client, accidents, stored } = await startWith(harbour(6))
    const control = createPushControl()
    const tab = new AbortController()
    const { seen, onProgress } = watch()
    accidents.push(answer(401, 'unauthorized'))

    const result = await deleteData(client, planDelete({ reservation_keys: keys(6) }, { maxRecords: 2 }), {
      control,
      inFlight: 1,
      signal: tab.signal,
      onProgress(state) {
        onProgress(state)
        if (state.state === 'paused') setImmediate(control.resume)
        if (state.done === 4) tab.abort()
      },
    })

    expect(seen.some(({ state, code }) => state === 'paused' && code === 'unauthorized')).toBe(true)
    expect(result).toMatchObject({ deleted: 4, remaining: 2, stopped: { code: 'aborted' } })
    expect(result.stopped?.message).toContain('The deletion was aborted')
    expect(stored().reservations).toEqual(reservations(2, 4))
  })

  it('goes on from a checkpoint, and sends nothing twice that was acknowledged, under any faults', async () => {
    const faults: Record<string, Accident> = {
      fine: deliver,
      breakOff,
      loseAnswer,
      rateLimited: answer(429, 'rate_limited', {}, { 'retry-after': '2' }),
      tooLarge: answer(413, 'payload_too_large'),
      signedOut: answer(401, 'unauthorized'),
      forbidden: answer(403, 'forbidden'),
      serverError: answer(500, 'internal'),
      badGateway: answer(502, 'vendor_error'),
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(faults)), { maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        async (names, maxRecords, inFlight) => {
          const { client, accidents, answered, stored } = await startWith(harbour(23))
          accidents.push(...names.map((name) => faults[name] as Accident))
          const plan = planDelete({ reservation_keys: [...keys(20), ' '], room_keys: ['S'] }, { maxRecords })
          let checkpoint: PushCheckpoint | undefined
          for (let round = 0; round <= names.length; round += 1) {
            const clock = createTestClock()
            const result = await deleteData(client, plan, { inFlight, clock, checkpoint })
            expect(result.deleted + result.failed.length + result.remaining).toBe(22)
            expect(answered.size).toBe(result.deleted)
            for (const times of answered.values()) expect(times).toBe(1)
            checkpoint = JSON.parse(JSON.stringify(result.checkpoint)) as PushCheckpoint
            expect(JSON.stringify(checkpoint)).not.toMatch(/R-|harbour/)
            if (!result.stopped) break
          }
          accidents.length = 0
          const last = await deleteData(client, plan, { checkpoint })
          expect(last).toMatchObject({ deleted: 21, remaining: 0, failed: [{ key: ' ' }] })
          expect(stored().reservations).toEqual(reservations(3, 20))
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)

  it.each<[string, object, object, DeleteOptions, string]>([
    ['no client', { pushData() {} }, planDelete({}), {}, '`client` has no `deleteData`'],
    ['keys in place of a plan', {}, { reservation_keys: ['R-1'] }, {}, '`plan` is none that planDelete made'],
    [
      'a plan that shows nothing',
      {},
      { records: 0, chunks: [], failed: [] },
      {},
      '`plan` is none that planDelete made',
    ],
    ['no plan', {}, undefined as never, {}, '`plan` is none that planDelete made'],
    [
      'a plan that says less than it holds',
      {},
      { ...planDelete({ reservation_keys: keys(3) }), records: 1 },
      {},
      '`plan` does not hold what it says',
    ],
    ['no requests', {}, planDelete({}), { inFlight: 0 }, '`inFlight`'],
    [
      'a ledger without a workspace',
      {},
      planDelete({}),
      { ledger: createMemoryLedger() },
      '`ledger` needs `workspace`',
    ],
    [
      'a ledger and records without a customer',
      {},
      planDelete({ reservation_keys: keys(1) }),
      { ledger: createMemoryLedger(), workspace: 'test' },
      'does not say whose they are',
    ],
    [
      'a checkpoint of other keys',
      {},
      planDelete({ reservation_keys: keys(2).toReversed() }),
      { checkpoint: { version: 2, acknowledged: [{ from: 0, to: 2, after: 7 }] } },
      '`checkpoint` belongs to other data',
    ],
    [
      'a checkpoint of a version with other fingerprints',
      {},
      planDelete({ reservation_keys: keys(2) }),
      { checkpoint: { version: 1, acknowledged: [{ from: 0, to: 2, after: 7 }] } as never },
      'or one of another version',
    ],
  ])('is refused with a sentence: %s', async (_name, client, plan, options, sentence) => {
    const { client: ours, bodies } = startPush()
    const given = 'pushData' in client ? (client as DeleteClient) : ours
    const deletion = deleteData(given, plan as DeletePlan, options)
    await expect(deletion).rejects.toThrow(sentence)
    await expect(deletion).rejects.toBeInstanceOf(TypeError)
    expect(bodies).toEqual([])
  })

  it('ends when the ledger fails, and forgets those records when it goes on', async () => {
    const stage = startPush()
    const ledger = createMemoryLedger()
    const options = { ledger, workspace: 'test' }
    await pushData(stage.client, harbour(5), options)
    const plan = planDelete((await pushData(stage.client, harbour(3), options)).ledger.vanished)
    stage.bodies.length = 0

    const cause = new Error('no disk')
    const failing = { ...ledger, delete: () => Promise.reject(cause) }
    const first = await deleteData(stage.client, plan, { ...options, ledger: failing })
    expect(first).toMatchObject({ deleted: 2, ledger: { forgotten: 0 } })
    expect(first.stopped).toMatchObject({ code: 'ledger_failed', cause })
    expect(first.stopped?.message).toContain('it still has records that were deleted')

    const { checkpoint } = first
    expect(await deleteData(stage.client, plan, { ...options, ledger: failing, checkpoint })).toMatchObject({
      deleted: 2,
      ledger: { forgotten: 0 },
      stopped: { code: 'ledger_failed' },
    })
    const last = await deleteData(stage.client, plan, { ...options, checkpoint })
    expect(last).toMatchObject({ deleted: 2, remaining: 0, ledger: { forgotten: 2 } })
    expect(last.stopped).toBeUndefined()
    expect(stage.bodies).toHaveLength(1)
    // The same stays, booked again, are not in the vendor's data any more.
    expect(await pushData(stage.client, harbour(5), options)).toMatchObject({ pushed: 2 })
  })

  it('deletes nothing more when the ledger fails at what an earlier call deleted', async () => {
    const { client, bodies } = await startWith(harbour(4))
    const plan = planDelete({ customer_key: 'harbour', reservation_keys: keys(4) }, { maxRecords: 2 })
    const tab = new AbortController()
    const { checkpoint } = await deleteData(client, plan, {
      inFlight: 1,
      signal: tab.signal,
      onCheckpoint: () => tab.abort(),
    })
    const ledger = { ...createMemoryLedger(), delete: () => Promise.reject(new Error('no disk')) }
    const result = await deleteData(client, plan, { ledger, workspace: 'test', checkpoint })
    expect(result).toMatchObject({ deleted: 2, remaining: 2, stopped: { code: 'ledger_failed' } })
    expect(bodies).toHaveLength(1)
  })
})

describe('`customer_keys`, which deletes everything a customer has', () => {
  it('is never sent by a deletion, also when the plan was changed on its way', async () => {
    const { client, bodies, stored } = await startWith(harbour(3))
    const plan = planDelete({ reservation_keys: ['R-0'] })
    const [chunk] = plan.chunks
    const body = { reservation_keys: ['R-0'], customer_keys: ['harbour'] }
    await deleteData(client, { ...plan, chunks: [{ ...chunk, body }] } as unknown as DeletePlan)
    expect(bodies).toEqual([{ reservation_keys: ['R-0'] }])
    expect(stored().reservations).toHaveLength(2)

    const entry = { customer_key: 'harbour', list: 'customers', index: 0, key: 'harbour' }
    const forged = { ...plan, chunks: [{ ...chunk, entries: [entry] }] } as unknown as DeletePlan
    await expect(deleteData(client, forged)).rejects.toThrow('one is in no list that can be deleted')

    const mixed = planDelete({ guest_keys: ['G-1'], reservation_keys: ['R-1'] })
    const guests = { list: 'guests', records: 1, first: ['G-1'] } as const
    const others: DeletePlan[] = [
      { ...plan, lists: [guests] },
      { ...plan, lists: [{ list: 'reservations', records: 1, first: ['R-1'] }] },
      { ...plan, lists: [{ list: 'reservations', records: 2, first: [] }] },
      { ...plan, lists: [] },
      { ...mixed, lists: [guests, guests] },
    ]
    for (const other of others) {
      await expect(deleteData(client, other)).rejects.toThrow('`plan` does not hold what it says')
    }
    expect(bodies).toHaveLength(1)
  })

  it('is not reached by the client beside records, and by no client of ours without its option', async () => {
    const { client, bodies } = await startWith(harbour(3))
    const mixed = { reservation_keys: ['R-0'], customer_keys: ['harbour'] } as never
    for (const option of [{}, { deleteEverythingOfCustomers: true }]) {
      await expect(client.deleteData(mixed, option)).rejects.toThrow('Send it alone')
    }
    await expect(client.deleteData({ customer_keys: ['harbour'] })).rejects.toThrow(
      'deleteEverythingOfCustomers',
    )
    expect(bodies).toEqual([])
  })
})
