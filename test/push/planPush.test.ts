import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planPush, type PushChunk, type PushInput, type PushSource } from '../../src/push/index'
import { PUSH_PHASES } from '../../src/push/PUSH_PHASES'
import { RESOURCE_KEYS, type ResourceList } from '../../src/wire/RESOURCE_KEYS'
import { PushDataRequest } from '../../src/schemas/index'
import { reservations } from './startPush'

const LISTS = Object.keys(RESOURCE_KEYS) as ResourceList[]

async function planned(data: PushInput, options: Parameters<typeof planPush>[1] = {}): Promise<PushChunk[]> {
  const chunks: PushChunk[] = []
  for await (const chunk of planPush(data, options)) chunks.push(chunk)
  return chunks
}

async function ids(data: PushInput): Promise<string[]> {
  return (await planned(data)).map(({ id }) => id)
}

/** The records of all bodies, per list and in order. */
function joined(chunks: readonly PushChunk[]): Record<string, unknown[]> {
  const lists: Record<string, unknown[]> = {}
  for (const { body } of chunks) {
    for (const list of LISTS) if (body[list]) (lists[list] ??= []).push(...body[list])
  }
  return lists
}

/** Any customer's data: any lists, any texts, each list one of three kinds of source. */
const anyData = fc
  .dictionary(
    fc.constantFrom(...LISTS),
    fc.tuple(
      fc.constantFrom('array', 'iterable', 'async'),
      fc.array(fc.record({ name: fc.string({ unit: 'binary', maxLength: 40 }) }), { maxLength: 30 }),
    ),
  )
  .map((lists) => {
    const plain: Record<string, object[]> = {}
    const data: Record<string, unknown> = { customer_key: 'harbour, "é" 🛎️' }
    for (const [list, [kind, rows]] of Object.entries(lists)) {
      const keyed = rows.map((row, at) => ({
        [RESOURCE_KEYS[list as ResourceList]]: `${list}-${at}`,
        ...row,
      }))
      plain[list] = keyed
      data[list] =
        kind === 'array'
          ? keyed
          : kind === 'iterable'
            ? new Set(keyed)
            : {
                async *[Symbol.asyncIterator]() {
                  yield* keyed
                },
              }
    }
    return { plain, data: data as unknown as PushSource }
  })

describe('a plan', () => {
  it('is an exact partition: nothing lost, doubled or reordered within a list', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyData,
        fc.record({
          maxRecords: fc.integer({ min: 1, max: 40 }),
          maxBytes: fc.integer({ min: 1, max: 3000 }),
        }),
        async ({ plain, data }, options) => {
          const chunks = await planned(data, options)
          const filled = Object.fromEntries(Object.entries(plain).filter(([, rows]) => rows.length > 0))
          expect(joined(chunks)).toEqual(filled)
          for (const { body, bytes, records, id } of chunks) {
            const text = JSON.stringify(body)
            expect(bytes).toBe(Buffer.byteLength(text))
            expect(records).toBe(Object.values(joined([{ body } as PushChunk])).flat().length)
            expect(records).toBeLessThanOrEqual(options.maxRecords)
            expect(records === 1 || bytes <= options.maxBytes).toBe(true)
            expect(id).toMatch(/^[0-9a-f]{14}$/)
            expect(body.customer_key).toBe(data.customer_key)
          }
          const order = chunks.flatMap(({ body }) =>
            Object.keys(body).filter((list) => list !== 'customer_key'),
          )
          const phases = order.map((list) =>
            PUSH_PHASES.findIndex((lists) => lists.includes(list as ResourceList)),
          )
          expect(phases).toEqual([...phases].sort((a, b) => a - b))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('knows every list of the vendor, once', () => {
    expect(PUSH_PHASES.flat().sort()).toEqual([...LISTS].sort())
  })

  it('fills requests: one more record would not fit', async () => {
    const chunks = await planned(
      { customer_key: 'harbour', reservations: reservations(1000) },
      { maxBytes: 5000 },
    )
    for (const [at, { bytes }] of chunks.slice(0, -1).entries()) {
      const next = JSON.stringify(chunks[at + 1]?.body.reservations?.[0]).length + 1
      expect(bytes + next).toBeGreaterThan(5000)
    }
  })

  it('names a request by its content: the same for equal records, another for any change', async () => {
    const rows = reservations(2)
    const id = await ids({ customer_key: 'harbour', reservations: rows })
    expect(await ids({ customer_key: 'harbour', reservations: structuredClone(rows) })).toEqual(id)
    const others = [
      await ids({ customer_key: 'harbou', reservations: rows }),
      await ids({ customer_key: 'harbour', reservations: rows.toReversed() }),
      await ids({
        customer_key: 'harbour',
        reservations: [{ ...rows[0], reservation_key: 'R-0', name: 'x' }],
      }),
      await ids({ customer_key: 'harbour', bookings: rows as never }),
    ]
    expect(new Set([...others, id].flat()).size).toBe(5)
  })

  it('tells many different records apart', async () => {
    const { digestOf } = await import('../../src/push/createDigest')
    const seen = new Set<number>()
    for (let at = 0; at < 20_000; at += 1) seen.add(digestOf(`{"reservation_key":"R-${at}"}`))
    for (let at = 0; at < 20_000; at += 1) seen.add(digestOf(`{"reservation_key":"R-${at}","n":"${at % 7}"}`))
    expect(seen.size).toBe(40_000)
  })

  it('reads no further than it is asked', async () => {
    let read = 0
    function* rows() {
      for (;;) {
        read += 1
        yield { reservation_key: `R-${read}` }
      }
    }
    for await (const { records } of planPush({ customer_key: 'harbour', reservations: rows() })) {
      expect(records).toBe(500)
      break
    }
    expect(read).toBe(501)
  })

  it('checks records when somebody wants to hear of those that fail, and then leaves them out', async () => {
    const data = {
      customer_key: 'harbour',
      reservations: [{ reservation_key: '' }, { reservation_key: 'R-1' }],
    }
    const paths: string[] = []

    const checked = await planned(data, { onFailed: ({ path }) => paths.push(path) })

    expect(paths).toEqual(['reservations[0].reservation_key'])
    expect(checked.map(({ body }) => body)).toEqual([
      { customer_key: 'harbour', reservations: [{ reservation_key: 'R-1' }] },
    ])
    expect(PushDataRequest.safeParse(checked[0]?.body).success).toBe(true)
    expect((await planned(data))[0]?.records).toBe(2)
    const unreadable = { customer_key: 'harbour', reservations: [{ reservation_key: 'R', n: 1n }] }
    await expect(planned(unreadable as unknown as PushInput)).rejects.toThrow('reservations[0].n: ')
  })
})
