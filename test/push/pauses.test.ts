import { describe, expect, it, vi } from 'vitest'
import { createPushControl, type PushClient, pushData } from '../../src/push/index'
import { createTestClock } from './createTestClock'
import { answer, breakOff, harbour, recordsIn, reservations, startPush, watch } from './startPush'

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
