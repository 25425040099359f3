import { describe, expect, it } from 'vitest'
import { type PushClient, pushData } from '../../src/push/index'
import { createTestClock } from './createTestClock'
import { answer, breakOff, harbour, loseAnswer, recordsIn, reservations, startPush, watch } from './startPush'

describe('an answer that is no success', () => {
  it('429 lets the whole queue wait for as long as the vendor said, and counts it down', async () => {
    const { client, accidents, bodies } = startPush()
    const clock = createTestClock()
    const { seen, onProgress } = watch()
    accidents.push(answer(429, 'rate_limited', {}, { 'retry-after': '3' }))

    const result = await pushData(client, harbour(10), { maxRecords: 2, inFlight: 1, clock, onProgress })

    expect(result).toMatchObject({ pushed: 10, remaining: 0 })
    expect(bodies).toHaveLength(6)
    expect(clock.waits).toEqual([1000, 1000, 1000])
    expect(seen.filter(({ state }) => state === 'waiting').map(({ waitMs, code }) => [waitMs, code])).toEqual(
      [
        [3000, 'rate_limited'],
        [2000, 'rate_limited'],
        [1000, 'rate_limited'],
      ],
    )
    expect(seen.at(-1)?.state).toBe('done')
  })

  it('429 without a time, again and again, waits longer each time', async () => {
    const { client, accidents } = startPush()
    const clock = createTestClock()
    accidents.push(...Array.from({ length: 8 }, () => answer(429, 'rate_limited')))

    const result = await pushData(client, harbour(1), { clock })

    expect(result).toMatchObject({ pushed: 1 })
    expect(clock.waits.reduce((sum, wait) => sum + wait, 0)).toBe(1000 * (2 + 4 + 8 + 16 + 32 + 60 + 60 + 60))
  })

  it.each([
    ['nothing', breakOff],
    ['a lost answer', loseAnswer],
    ['502', answer(502, 'vendor_error')],
    ['503', answer(503, 'unavailable')],
    ['504', answer(504, 'timeout')],
  ])('%s is tried five times, and then ends the push with a checkpoint', async (_name, accident) => {
    const { client, accidents, bodies } = startPush()
    const clock = createTestClock()
    accidents.push(...Array.from({ length: 5 }, () => accident))

    const first = await pushData(client, harbour(4), { maxRecords: 2, inFlight: 1, clock })

    expect(bodies).toHaveLength(5)
    expect(clock.waits).toHaveLength(4)
    for (const [at, wait] of clock.waits.entries()) {
      expect(wait).toBeGreaterThanOrEqual(500 * 2 ** at)
      expect(wait).toBeLessThanOrEqual(1000 * 2 ** at)
    }
    expect(first).toMatchObject({
      pushed: 0,
      failed: [],
      remaining: 4,
      stopped: { message: expect.stringContaining('`checkpoint`') },
    })

    const second = await pushData(client, harbour(4), { checkpoint: first.checkpoint })
    expect(second).toMatchObject({ pushed: 4, remaining: 0 })
  })

  it('none within the time given is tried again', async () => {
    const { sandbox } = startPush()
    const clock = createTestClock(5000)
    const given: AbortSignal[] = []
    const client: PushClient = {
      pushData: (_body, { signal }) => {
        given.push(signal)
        if (given.length > 1) return Promise.resolve({ ok: true })
        setImmediate(() => clock.expire())
        return new Promise(() => {})
      },
    }

    const result = await pushData(client, harbour(1), { clock, timeout: 5000 })

    expect(result).toMatchObject({ pushed: 1 })
    expect(given.map(({ aborted }) => aborted)[0]).toBe(true)
    expect(sandbox.requests).toEqual([])
  })

  it('401 pauses with a checkpoint, from which a later push sends only the rest', async () => {
    const { client, accidents, bodies, answered } = startPush()
    const { seen, onProgress } = watch()
    accidents.push(async (_request, _body, deliver) => deliver(), answer(401, 'unauthorized'))

    const first = await pushData(client, harbour(6), { maxRecords: 2, inFlight: 1, onProgress })

    expect(first).toMatchObject({ pushed: 2, failed: [], remaining: 4, stopped: { code: 'unauthorized' } })
    expect(seen.at(-1)).toMatchObject({ state: 'paused', code: 'unauthorized' })
    expect(JSON.stringify(first.checkpoint)).not.toMatch(/R-|Stay|harbour/)

    const checkpoint = JSON.parse(JSON.stringify(first.checkpoint)) as typeof first.checkpoint
    bodies.length = 0
    const second = await pushData(client, harbour(6), { checkpoint })
    expect(second).toMatchObject({ pushed: 6, failed: [], remaining: 0 })
    expect(bodies.flatMap(recordsIn).map(({ key }) => key)).toEqual(['R-2', 'R-3', 'R-4', 'R-5'])
    expect([...answered.values()]).toEqual([1, 1, 1, 1, 1, 1])
  })

  it('413 halves the request until it fits, and fails a record that never does', async () => {
    const { client, bodies } = startPush()
    const rows = reservations(5).map((row, at) => (at === 2 ? { ...row, name: 'x'.repeat(1_100_000) } : row))

    const result = await pushData(
      client,
      { customer_key: 'harbour', reservations: rows },
      { maxBytes: 5_000_000 },
    )

    expect(result).toMatchObject({ pushed: 4, remaining: 0, failed: [{ index: 2, key: 'R-2' }] })
    expect(bodies.map((body) => body.reservations?.length)).toEqual([5, 3, 2, 1, 2])
  })

  it('a record of 5 MB travels alone, so that only it can fail', async () => {
    const { client, bodies } = startPush()
    const rows = reservations(5).map((row, at) => (at === 2 ? { ...row, name: 'x'.repeat(5_000_000) } : row))

    const result = await pushData(client, { customer_key: 'harbour', reservations: rows })

    expect(result).toMatchObject({ pushed: 4, failed: [{ index: 2 }] })
    expect(bodies.map((body) => body.reservations?.length)).toEqual([2, 1, 2])
  })

  it('400 fails the records it names, and sends the others again', async () => {
    const { client, accidents, stored } = startPush()
    accidents.push(
      answer(400, 'invalid_input', {
        validation_errors: {
          _errors: [],
          reservations: { _errors: [], 1: { _errors: [], name: { _errors: ['Too odd'] } } },
        },
      }),
    )

    const result = await pushData(client, {
      customer_key: 'harbour',
      guests: [{ guest_key: 'G', name: '' }],
      reservations: reservations(3),
    })

    expect(result).toMatchObject({
      pushed: 3,
      remaining: 0,
      failed: [
        { list: 'reservations', index: 1, key: 'R-1', path: 'reservations[1].name', reason: 'Too odd' },
      ],
    })
    expect(stored().reservations).toHaveLength(2)
  })

  it.each([400, 403, 404, 500])(
    '%i is not tried again: its records fail, and the rest goes on',
    async (status) => {
      const { client, accidents, bodies } = startPush()
      accidents.push(answer(status, 'whatever'))

      const result = await pushData(client, harbour(4), { maxRecords: 2, inFlight: 1 })

      expect(bodies).toHaveLength(2)
      expect(result).toMatchObject({ pushed: 2, remaining: 0 })
      expect(result.failed.map(({ key }) => key)).toEqual(['R-0', 'R-1'])
    },
  )

  it('403 ends the push when told to stop at failures', async () => {
    const { client, accidents, bodies } = startPush()
    accidents.push(answer(403, 'forbidden'))

    const result = await pushData(client, harbour(6), { maxRecords: 2, inFlight: 1, onFailure: 'stop' })

    expect(bodies).toHaveLength(1)
    expect(result).toMatchObject({ pushed: 0, remaining: 4, stopped: { code: 'forbidden' } })
  })

  it('the vendor’s envelope counts as the error it is, when a client gives it back', async () => {
    const client: PushClient = {
      pushData: async () => ({ error: { type: 'forbidden', message: 'Not these.' }, ok: false }),
    }

    const result = await pushData(client, harbour(1))

    expect(result).toMatchObject({ pushed: 0, failed: [{ reason: 'Not these.' }] })
  })

  it('ok: false counts as a refusal too, and a Retry-After that is a date as a time to wait', async () => {
    const answers: unknown[] = [
      {
        throw: {
          response: { status: 429, headers: { 'retry-after': new Date(Date.now() + 60_000).toUTCString() } },
        },
      },
      { ok: false },
    ]
    const client: PushClient = {
      pushData: async () => {
        const next = answers.shift() as { throw?: object }
        if (next.throw) throw Object.assign(new Error('busy'), next.throw)
        return next
      },
    }
    const clock = createTestClock()

    const result = await pushData(client, harbour(1), { clock })

    expect(result).toMatchObject({ pushed: 0, failed: [{ key: 'R-0' }] })
    const waited = clock.waits.reduce((sum, wait) => sum + wait, 0)
    expect(waited).toBeGreaterThan(50_000)
    expect(waited).toBeLessThanOrEqual(60_000)
  })

  it('keeps out of its reasons what an unknown error says', async () => {
    const client: PushClient = {
      pushData: () => {
        throw Object.assign(new Error('key seam_live_1'), { status: 400 })
      },
    }

    const result = await pushData(client, harbour(1))

    expect(result.failed).toHaveLength(1)
    expect(JSON.stringify(result)).not.toContain('seam_live_1')
  })
})

describe('many customers', () => {
  const customers = Array.from({ length: 6 }, (_, at) => `hotel-${at}`)
  const dataOf = (each: number) =>
    customers.map((customer_key, at) => ({ customer_key, reservations: reservations(each, at * 100) }))

  it('share one pause: while one waits, no other sends anything', async () => {
    const { client, accidents, bodies } = startPush(customers)
    const clock = createTestClock()
    const { seen, onProgress } = watch()
    const sentAtPause: number[] = []
    // Two requests in flight are refused with different times; the longer one counts, once for all.
    accidents.push(
      answer(429, 'rate_limited', {}, { 'retry-after': '2' }),
      answer(429, 'rate_limited', {}, { 'retry-after': '5' }),
    )

    const result = await pushData(client, dataOf(3), {
      clock,
      onProgress(state) {
        onProgress(state)
        if (state.state === 'waiting') sentAtPause.push(bodies.length)
      },
    })

    expect(result).toMatchObject({ pushed: 18, failed: [], remaining: 0 })
    expect(clock.waits.reduce((sum, wait) => sum + wait, 0)).toBe(5000)
    expect(new Set(sentAtPause.slice(1))).toEqual(new Set([2]))
    expect(seen.map(({ state }) => state).filter((state, at, all) => state !== all[at - 1])).toEqual([
      'running',
      'waiting',
      'running',
      'done',
    ])
    expect(bodies.slice(2).map(({ customer_key }) => customer_key)).toHaveLength(6)
  })

  it('a request that is too large is halved for its customer alone, and waits with the others', async () => {
    const { client, accidents, answered, bodies, stored } = startPush(customers)
    const clock = createTestClock()
    accidents.push(
      answer(413, 'payload_too_large'),
      answer(429, 'rate_limited', {}, { 'retry-after': '3' }),
      answer(413, 'payload_too_large'),
    )

    const result = await pushData(client, dataOf(4), { clock })

    expect(result).toMatchObject({ pushed: 24, failed: [], remaining: 0 })
    expect(clock.waits).toEqual([1000, 1000, 1000])
    expect([...answered.values()]).toEqual(Array<number>(24).fill(1))
    for (const [at, key] of customers.entries()) {
      expect(stored(key).reservations).toEqual(reservations(4, at * 100))
    }
    expect(bodies.filter(({ customer_key }) => customer_key === 'hotel-3')).toHaveLength(1)
  })
})
