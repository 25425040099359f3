import { describe, expect, it, vi } from 'vitest'
import {
  createPushControl,
  type PushClient,
  type PushInput,
  type PushOptions,
  type PushProgressState,
  pushData,
} from '../../src/push/index'
import { createTestClock } from './createTestClock'
import { answer, breakOff, loseAnswer, recordsIn, reservations, startPush } from './startPush'

const harbour = (count: number) => ({ customer_key: 'harbour', reservations: reservations(count) })

function watch() {
  const seen: PushProgressState[] = []
  return { seen, onProgress: (state: PushProgressState) => void seen.push(state) }
}

/** Answers after what was asked later. */
const late = async (_request: Request, _body: unknown, deliver: () => Promise<Response>) => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
  return deliver()
}

async function* manyRows() {
  yield* reservations(700)
}

async function* threeCustomers() {
  for (const customer_key of ['harbour', 'garden', 'tower']) {
    yield {
      customer_key,
      reservations: reservations(3).map(({ name, reservation_key }) => ({
        name,
        reservation_key: `${customer_key}-${reservation_key}`,
      })),
    }
  }
}

function* brokenRows() {
  yield* reservations(3)
  throw new Error('the database is gone')
}

async function* brokenCustomers() {
  yield harbour(2)
  throw new Error('gone')
}

describe('a push', () => {
  it.each([0, 1, 500, 501, 1201])('sends %i records, in requests of at most 500', async (count) => {
    const { client, bodies, stored } = startPush()

    const result = await pushData(client, harbour(count))

    expect(result).toMatchObject({ pushed: count, failed: [], remaining: 0 })
    expect(bodies.map((body) => body.reservations?.length)).toEqual(
      [500, 500, 500].map((most, at) => Math.min(most, count - at * 500)).filter((size) => size > 0),
    )
    expect(stored().reservations ?? []).toEqual(reservations(count))
  })

  it('takes iterables and async iterables, and learns the total at their end', async () => {
    const { client, stored } = startPush()
    const { seen, onProgress } = watch()

    const result = await pushData(
      client,
      {
        customer_key: 'harbour',
        guests: new Set([{ guest_key: 'G-1', name: 'Ana' }]),
        reservations: manyRows(),
      },
      { onProgress },
    )

    expect(result).toMatchObject({ pushed: 701, remaining: 0 })
    expect(stored().reservations).toHaveLength(700)
    expect(seen[0]).not.toHaveProperty('total')
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: 701, total: 701, failed: 0 })
  })

  it('sends places and people before what refers to them, also with several requests under way', async () => {
    const { client, sandbox, bodies, accidents } = startPush()
    accidents.push(late, late, late)

    await pushData(
      client,
      {
        customer_key: 'harbour',
        reservations: reservations(7).map((row) => ({ ...row, guest_key: 'G-2', space_keys: ['S-3'] })),
        guests: [1, 2].map((at) => ({ guest_key: `G-${at}`, name: 'Ana' })),
        spaces: [1, 2, 3].map((at) => ({ space_key: `S-${at}`, name: 'Room', parent_site_key: 'site' })),
        sites: [{ site_key: 'site', name: 'Harbour' }],
      },
      { maxRecords: 2, inFlight: 4 },
    )

    expect(sandbox.warnings).toEqual([])
    expect(bodies.flatMap(recordsIn).map(({ list }) => list)).toEqual([
      'sites',
      ...Array<string>(3).fill('spaces'),
      ...Array<string>(2).fill('guests'),
      ...Array<string>(7).fill('reservations'),
    ])
  })

  it('leaves out what the vendor would refuse, and names list, index, key and path', async () => {
    const { client, stored } = startPush()
    const rows = [
      { reservation_key: 'R-1', ends_at: '2026-03-01 11:00' },
      { reservation_key: 'R-2', ends_at: '2026-03-01T11:00:00Z' },
      { reservation_key: ' R-3' },
      { name: 'no key' },
      null,
      { reservation_key: 'R-5', starts_at: new Date() },
    ]

    const result = await pushData(client, {
      customer_key: 'harbour',
      reservations: rows,
    } as unknown as PushInput)

    expect(result).toMatchObject({ pushed: 1, remaining: 0 })
    expect(
      result.failed.map(({ customer_key, list, index, key, path }) => [customer_key, list, index, key, path]),
    ).toEqual(
      [
        ['harbour', 'reservations', 0, 'R-1', 'reservations[0].ends_at'],
        ['harbour', 'reservations', 2, ' R-3', 'reservations[2].reservation_key'],
        ['harbour', 'reservations', 3, undefined, 'reservations[3].reservation_key'],
        ['harbour', 'reservations', 4, undefined, 'reservations[4]'],
        ['harbour', 'reservations', 5, undefined, 'reservations[5].starts_at'],
      ].map((row) => (row[2] === 5 ? [...row.slice(0, 3), 'R-5', row[4]] : row)),
    )
    expect(stored().reservations).toHaveLength(1)
  })

  it('names a field that JavaScript objects have by themselves, a getter that throws, and what JSON cannot hold', async () => {
    const { client, stored } = startPush()
    const circle: Record<string, unknown> = { reservation_key: 'R-4' }
    circle.circle = circle
    const rows = [
      JSON.parse('{"reservation_key":"R-0","custom_metadata":{"__proto__":"x"}}'),
      JSON.parse('{"reservation_key":"R-1","custom_metadata":{"say \\"__proto__":"x"}}'),
      JSON.parse('{"reservation_key":"R-2","name":"\\"__proto__\\":"}'),
      {
        reservation_key: 'R-3',
        get name(): string {
          throw new Error('secret')
        },
      },
      circle,
      { reservation_key: 'R-5', nights: 2n },
    ] as { reservation_key: string }[]

    const result = await pushData(client, { customer_key: 'harbour', reservations: rows })

    expect(result.failed.map(({ key, path }) => [key, path])).toEqual([
      ['R-0', 'reservations[0].custom_metadata.__proto__'],
      ['R-3', 'reservations[3].name'],
      ['R-4', 'reservations[4].circle'],
      ['R-5', 'reservations[5].nights'],
    ])
    expect(JSON.stringify(result)).not.toContain('secret')
    expect(stored().reservations?.map(({ reservation_key }) => reservation_key)).toEqual(['R-1', 'R-2'])
  })

  it('sends keys with commas, quotes, emoji and lone halves of them as they are', async () => {
    const { client, stored } = startPush()
    const keys = ['a,b', '"c"', '🛎️', '\ud83d', 'é', 'a\u2028b']

    await pushData(client, {
      customer_key: 'harbour',
      reservations: keys.map((reservation_key) => ({ reservation_key })),
    })

    expect(stored().reservations?.map(({ reservation_key }) => reservation_key)).toEqual(keys)
  })

  it('stops at the first record that fails, when told to', async () => {
    const { client } = startPush()
    const { seen, onProgress } = watch()
    const rows = reservations(9).map((row, at) => (at === 4 ? { ...row, ends_at: 'noon' } : row))

    const result = await pushData(
      client,
      { customer_key: 'harbour', reservations: rows },
      { onFailure: 'stop', maxRecords: 2, onProgress },
    )

    expect(result).toMatchObject({ failed: [{ index: 4 }], stopped: { code: 'invalid_input' } })
    expect(result.pushed + result.failed.length + (result.remaining ?? NaN)).toBe(9)
    expect(result.remaining).toBeGreaterThan(3)
    expect(seen.at(-1)?.state).toBe('stopped')
  })

  it('gives records that know how to write themselves the chance to', async () => {
    const { client, stored } = startPush()
    const row = { reservation_key: 'wrong', toJSON: () => ({ reservation_key: 'R-1' }) }

    await pushData(client, { customer_key: 'harbour', reservations: [row] })

    expect(stored().reservations).toEqual([{ reservation_key: 'R-1' }])
  })

  it('sends many customers one after the other, with one progress', async () => {
    const { client, bodies, stored } = startPush(['harbour', 'garden', 'tower'])
    const { seen, onProgress } = watch()

    const result = await pushData(client, threeCustomers(), { onProgress })

    expect(result).toMatchObject({ pushed: 9, remaining: 0 })
    expect(bodies.map(({ customer_key }) => customer_key)).toEqual(['harbour', 'garden', 'tower'])
    expect(stored('garden').reservations).toHaveLength(3)
    expect(seen.at(-1)).toMatchObject({ state: 'done', done: 9, total: 9 })
  })

  it('fails the records of a customer whose key the vendor refuses, and goes on with the next', async () => {
    const { client } = startPush(['harbour', 'garden'])

    const result = await pushData(client, [
      { customer_key: ' harbour', reservations: reservations(2) },
      { customer_key: 'garden', reservations: reservations(2) },
    ])

    expect(result).toMatchObject({ pushed: 2, remaining: 0 })
    expect(result.failed.map(({ path }) => path)).toEqual(['customer_key', 'customer_key'])
  })
})

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

describe('whoever holds a push', () => {
  it('aborts it, and learns how far it came', async () => {
    const { client, accidents } = startPush()
    const { seen, onProgress } = watch()
    const controller = new AbortController()
    accidents.push(
      async (_request, _body, deliver) => deliver(),
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')))
          controller.abort()
        }),
    )

    const result = await pushData(client, harbour(6), {
      maxRecords: 2,
      inFlight: 1,
      signal: controller.signal,
      onProgress,
    })

    expect(result).toMatchObject({ pushed: 2, failed: [], remaining: 4, stopped: { code: 'aborted' } })
    expect(seen.at(-1)).toMatchObject({ state: 'stopped', code: 'aborted', done: 2 })
  })

  it('aborts it before it begins, while a client or a list never answers, and while it waits', async () => {
    const { client, accidents, bodies } = startPush()
    const gone = AbortSignal.abort()
    expect(await pushData(client, harbour(2), { signal: gone })).toMatchObject({ pushed: 0, remaining: 2 })
    expect(bodies).toEqual([])

    const deaf: PushClient = { pushData: () => new Promise(() => {}) }
    const first = new AbortController()
    setImmediate(() => first.abort())
    expect(await pushData(deaf, harbour(2), { signal: first.signal })).toMatchObject({
      pushed: 0,
      remaining: 2,
    })

    const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) }
    const second = new AbortController()
    setImmediate(() => second.abort())
    expect(
      await pushData(client, { customer_key: 'harbour', reservations: never }, { signal: second.signal }),
    ).toMatchObject({
      pushed: 0,
      remaining: undefined,
    })

    accidents.push(answer(429, 'rate_limited', {}, { 'retry-after': '3600' }))
    const third = new AbortController()
    expect(
      await pushData(client, harbour(2), {
        signal: third.signal,
        onProgress: ({ state }) => state === 'waiting' && third.abort(),
      }),
    ).toMatchObject({ pushed: 0, remaining: 2, stopped: { code: 'aborted' } })
  })

  it('pauses and resumes it in place', async () => {
    const { client, bodies } = startPush()
    const control = createPushControl()
    const { seen, onProgress } = watch()
    let pausedAt = -1

    const result = await pushData(client, harbour(10), {
      maxRecords: 2,
      inFlight: 1,
      control,
      onProgress(state) {
        onProgress(state)
        if (pausedAt < 0 && state.done === 4) control.pause()
        if (state.state === 'paused') {
          pausedAt = bodies.length
          setImmediate(() => {
            expect(bodies).toHaveLength(pausedAt)
            control.resume()
          })
        }
      },
    })

    expect(result).toMatchObject({ pushed: 10, remaining: 0 })
    expect(pausedAt).toBe(2)
    expect(seen.map(({ state }) => state).filter((state, at, all) => state !== all[at - 1])).toEqual([
      'running',
      'paused',
      'running',
      'done',
    ])
  })

  it('signs in again and resumes, after the push has paused itself', async () => {
    const { client, accidents, answered } = startPush()
    const control = createPushControl()
    const { seen, onProgress } = watch()
    accidents.push(answer(401, 'unauthorized'), ...Array.from({ length: 5 }, () => breakOff))

    const result = await pushData(client, harbour(6), {
      maxRecords: 3,
      inFlight: 1,
      clock: createTestClock(),
      control,
      onProgress(state) {
        onProgress(state)
        if (state.state === 'paused') setImmediate(control.resume)
      },
    })

    expect(result).toMatchObject({ pushed: 6, remaining: 0 })
    expect(result).not.toHaveProperty('stopped')
    expect(seen.filter(({ state }) => state === 'paused').map(({ code }) => code)).toEqual([
      'unauthorized',
      'proxy_unreachable',
    ])
    expect([...answered.values()].every((times) => times === 1)).toBe(true)
  })

  it('closes the tab, and goes on from the last checkpoint that was kept', async () => {
    const { client, bodies } = startPush()
    let kept = ''
    const tab = new AbortController()
    await pushData(client, harbour(20), {
      maxRecords: 2,
      signal: tab.signal,
      onCheckpoint(checkpoint) {
        kept = JSON.stringify(checkpoint)
        if (bodies.length >= 5) tab.abort()
      },
    })
    const before = new Set(bodies.flatMap(recordsIn).map(({ key }) => key))
    bodies.length = 0

    const result = await pushData(client, harbour(20), { checkpoint: JSON.parse(kept) })

    expect(result).toMatchObject({ pushed: 20, remaining: 0 })
    const again = bodies.flatMap(recordsIn).filter(({ key }) => before.has(key))
    // What was under way is sent again: nobody knows whether it arrived.
    expect(again.length).toBeLessThanOrEqual(4)
    expect(before.size).toBeGreaterThan(7)
  })

  it('is told nothing that goes backwards, and may throw', async () => {
    const { client } = startPush()
    const said = vi.mocked(console.error)
    const { seen, onProgress } = watch()
    const rows = reservations(40).map((row, at) => (at % 7 === 0 ? { ...row, ends_at: 'noon' } : row))

    const result = await pushData(
      client,
      { customer_key: 'harbour', reservations: rows },
      {
        maxRecords: 4,
        onProgress(state) {
          onProgress(state)
          throw new Error('mine')
        },
        onCheckpoint() {
          throw new Error('mine')
        },
      },
    )

    expect(result).toMatchObject({ pushed: 34, remaining: 0 })
    expect(said).toHaveBeenCalledWith(new Error('mine'))
    said.mockClear()
    for (const [at, { done, failed, bytes }] of seen.entries()) {
      const before = seen[at - 1] ?? { done: 0, failed: 0, bytes: 0 }
      expect(done).toBeGreaterThanOrEqual(before.done)
      expect(failed).toBeGreaterThanOrEqual(before.failed)
      expect(bytes).toBeGreaterThanOrEqual(before.bytes)
    }
  })

  it('sees speed and remaining time once there are three seconds of them, whatever the clock does', async () => {
    const { client } = startPush()
    const clock = createTestClock()
    const { seen, onProgress } = watch()
    const steps = [1000, 1000, 1000, -3_600_000, 1000, 7_200_000, 1000, 1000]

    await pushData(client, harbour(10), {
      maxRecords: 1,
      inFlight: 1,
      clock,
      onProgress,
      onCheckpoint: () => clock.jump(steps.shift() ?? 1000),
    })

    expect(seen[3]).not.toHaveProperty('remainingMs')
    for (const { perSecond, remainingMs, done } of seen.slice(5, -1)) {
      expect(perSecond).toBeGreaterThan(0.5)
      expect(perSecond).toBeLessThan(3)
      expect(remainingMs).toBeGreaterThanOrEqual((10 - done) * 300)
      expect(remainingMs).toBeLessThan((10 - done) * 2000 + 1)
    }
  })
})

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
      '`checkpoint` is none that pushData gave',
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
