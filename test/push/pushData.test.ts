import { describe, expect, it } from 'vitest'
import { type PushInput, pushData } from '../../src/push/index'
import { harbour, recordsIn, reservations, startPush, watch } from './startPush'

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
        guests: new Set([{ guest_key: 'G-1', name: 'Guest 1' }]),
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
        guests: [1, 2].map((at) => ({ guest_key: `G-${at}`, name: 'Guest 1' })),
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
