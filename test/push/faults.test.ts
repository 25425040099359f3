import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createPushControl, type PushCheckpoint, pushData } from '../../src/push/index'
import { createTestClock } from './createTestClock'
import { type Accident, answer, breakOff, loseAnswer, recordsIn, reservations, startPush } from './startPush'

/** Refuses the first record of a request by name. */
const refuseFirst: Accident = async (_request, body) => {
  const [first] = recordsIn(body)
  const validation_errors = { _errors: [], [String(first?.list)]: { 0: { name: { _errors: ['Too odd'] } } } }
  return Response.json(
    { error: { type: 'invalid_input', message: 'Odd', validation_errors } },
    { status: 400 },
  )
}

const ACCIDENTS: Record<string, Accident> = {
  fine: (_request, _body, deliver) => deliver(),
  breakOff,
  loseAnswer,
  refuseFirst,
  rateLimited: answer(429, 'rate_limited', {}, { 'retry-after': '2' }),
  rateLimitedWithoutTime: answer(429, 'rate_limited'),
  tooLarge: answer(413, 'payload_too_large'),
  signedOut: answer(401, 'unauthorized'),
  loginPage: async () => new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }),
  forbidden: answer(403, 'forbidden'),
  badRequest: answer(400, 'invalid_input'),
  serverError: answer(500, 'internal'),
  badGateway: answer(502, 'vendor_error'),
  unavailable: async () => new Response('busy', { status: 503 }),
  gatewayTimeout: answer(504, 'timeout'),
}

const schedule = fc.array(fc.constantFrom(...Object.keys(ACCIDENTS)), { maxLength: 40 })

const data = {
  customer_key: 'harbour',
  guests: Array.from({ length: 7 }, (_, at) => ({ guest_key: `G-${at}`, name: 'Guest 1' })),
  reservations: reservations(30).map((row, at) => (at % 11 === 5 ? { ...row, ends_at: 'noon' } : row)),
}
const ALL = 37

it('accounts for every record under any sequence of faults, and sends none again that was answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      schedule,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 3 }),
      async (names, maxRecords, inFlight) => {
        const { client, accidents, answered, stored } = startPush()
        accidents.push(...names.map((name) => ACCIDENTS[name] as Accident))
        let checkpoint: PushCheckpoint | undefined
        // Each fault can end at most one push.
        for (let round = 0; round <= names.length; round += 1) {
          let done = 0
          const result = await pushData(client, data, {
            maxRecords,
            inFlight,
            clock: createTestClock(),
            ...(checkpoint && { checkpoint }),
            onProgress(state) {
              expect(state.done).toBeGreaterThanOrEqual(done)
              done = state.done
            },
          })
          expect(result.pushed + result.failed.length + (result.remaining ?? NaN)).toBe(ALL)
          expect(done).toBe(ALL - (result.remaining ?? NaN))
          const broken = result.failed.map(({ list, index }) => `${list} ${index}`)
          expect(new Set(broken).size).toBe(broken.length)
          for (const times of answered.values()) expect(times).toBe(1)
          expect(answered.size).toBe(result.pushed)
          for (const { key } of result.failed) expect(answered.has(String(key))).toBe(false)
          checkpoint = JSON.parse(JSON.stringify(result.checkpoint)) as PushCheckpoint
          if (!result.stopped) break
        }
        // What is open now was refused. Nothing stands in the way any more, so one more push takes it.
        accidents.length = 0
        const last = await pushData(client, data, { checkpoint: checkpoint as PushCheckpoint })
        expect(last).toMatchObject({ pushed: 34, remaining: 0 })
        expect(last.failed.map(({ index }) => index)).toEqual([5, 16, 27])
        expect([...answered.values()]).toEqual(Array<number>(34).fill(1))
        expect(stored().guests).toHaveLength(7)
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)

it('gets through any sequence of faults in one call, with somebody who resumes', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, fc.integer({ min: 1, max: 3 }), async (names, inFlight) => {
      const { client, accidents, answered } = startPush()
      accidents.push(...names.map((name) => ACCIDENTS[name] as Accident))
      const control = createPushControl()
      const result = await pushData(client, data, {
        maxRecords: 4,
        inFlight,
        clock: createTestClock(),
        control,
        onProgress: ({ state }) => state === 'paused' && setImmediate(control.resume),
      })
      expect(result).toMatchObject({ remaining: 0 })
      expect(result).not.toHaveProperty('stopped')
      expect(result.pushed + result.failed.length).toBe(ALL)
      expect([...answered.values()].every((times) => times === 1)).toBe(true)
      expect(answered.size).toBe(result.pushed)
    }),
    { numRuns: 40 },
  )
}, 60_000)
