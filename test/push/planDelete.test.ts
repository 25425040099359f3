import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DeleteSource, planDelete } from '../../src/push/index'
import { DELETE_ORDER } from '../../src/push/planDelete'
import { DeleteDataRequest } from '../../src/schemas/index'

const keys = (count: number, letter = 'R') => Array.from({ length: count }, (_, at) => `${letter}-${at}`)

describe('a plan of a deletion', () => {
  it('says per list how many go and which come first, stays before people and places', () => {
    const plan = planDelete({ room_keys: keys(2, 'S'), guest_keys: ['G-1'], reservation_keys: keys(214) })

    expect(plan.records).toBe(217)
    expect(plan.lists).toEqual([
      { list: 'reservations', records: 214, first: keys(5) },
      { list: 'guests', records: 1, first: ['G-1'] },
      { list: 'rooms', records: 2, first: ['S-0', 'S-1'] },
    ])
    expect(plan.failed).toEqual([])
    expect(plan.chunks.map(({ records, body }) => [records, Object.keys(body)])).toEqual([
      [217, ['reservation_keys', 'guest_keys', 'room_keys']],
    ])
  })

  it.each([0, 1, 500, 501, 1201])('cuts %i keys into requests of at most 500', (count) => {
    const { chunks, records } = planDelete({ reservation_keys: keys(count) })
    expect(records).toBe(count)
    expect(chunks.map((chunk) => chunk.records)).toEqual(
      [500, 500, 500].map((most, at) => Math.min(most, count - at * 500)).filter((size) => size > 0),
    )
  })

  it('takes what a push found vanished, and keeps the owners', () => {
    const plan = planDelete([
      { customer_key: 'harbour', list: 'reservations' as const, key: 'R-1' },
      { customer_key: 'garden', list: 'rooms', key: 'S-1' },
      { customer_key: 'garden', list: 'reservations', key: 'R-2' },
    ])
    expect(plan.chunks.map(({ body }) => body)).toEqual([
      { reservation_keys: ['R-1', 'R-2'], room_keys: ['S-1'] },
    ])
    expect(plan.chunks[0]?.entries.map(({ customer_key }) => customer_key)).toEqual([
      'harbour',
      'garden',
      'garden',
    ])
  })

  it('counts a key that is there twice once, and leaves out sites and what is no key', () => {
    const plan = planDelete({
      ...({ site_keys: ['harbour'] } as object),
      reservation_keys: ['R-1', 'R-1', '', '  ', 7, null, 'R-2'] as string[],
    })
    expect(plan.records).toBe(2)
    expect(plan.failed.map(({ list, index, key, path }) => [list, index, key, path])).toEqual([
      ['sites', 0, 'harbour', 'site_keys[0]'],
      ['reservations', 2, '', 'reservation_keys[2]'],
      ['reservations', 3, '  ', 'reservation_keys[3]'],
      ['reservations', 4, undefined, 'reservation_keys[4]'],
      ['reservations', 5, undefined, 'reservation_keys[5]'],
    ])
    expect(plan.failed[0]?.reason).toContain('no operation that deletes a site')
  })

  it('counts a key of two customers once for each, in any order, so that a ledger forgets both', () => {
    const owners = ['harbour', 'garden', 'harbour', undefined, 'garden', undefined]
    const plan = planDelete(
      owners.map((owner) => ({ customer_key: owner as string, list: 'reservations' as const, key: 'R-1' })),
    )
    expect(plan.records).toBe(3)
    expect(plan.chunks[0]?.entries.map(({ customer_key }) => customer_key)).toEqual([
      'harbour',
      'garden',
      undefined,
    ])
  })

  it('has ids made of the content, and is plain JSON', () => {
    const plan = planDelete({ reservation_keys: keys(3) })
    expect(JSON.parse(JSON.stringify(plan))).toEqual(
      JSON.parse(JSON.stringify(planDelete({ reservation_keys: new Set(keys(3)) }))),
    )
    const ids = [keys(3), keys(2), keys(3).toReversed(), ['R-0R-1', 'R-2']].map(
      (list) => planDelete({ reservation_keys: list }).chunks[0]?.id,
    )
    expect(new Set([...ids, planDelete({ booking_keys: keys(3) }).chunks[0]?.id]).size).toBe(5)
  })

  it('loses nothing, doubles nothing, keeps its limits, and is what the schema takes, whatever the keys', () => {
    const list = fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { maxLength: 30 })
    fc.assert(
      fc.property(
        fc.record(
          { room_keys: list, reservation_keys: list, guest_keys: list, staff_member_keys: list },
          { requiredKeys: [] },
        ),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 60, max: 200 }),
        (source, maxRecords, maxBytes) => {
          const plan = planDelete(source, { maxRecords, maxBytes })
          const sent: Record<string, string[]> = {}
          for (const { body, bytes, records } of plan.chunks) {
            expect(DeleteDataRequest.safeParse(body).success).toBe(true)
            expect(bytes).toBe(new TextEncoder().encode(JSON.stringify(body)).length)
            expect(records).toBeLessThanOrEqual(maxRecords)
            if (records > 1) expect(bytes).toBeLessThanOrEqual(maxBytes)
            for (const [name, some = []] of Object.entries(body)) (sent[name] ??= []).push(...some)
          }
          const wanted = Object.entries(source)
            .map(([name, all]) => [name, all.filter((key) => key.trim())] as const)
            .filter(([, all]) => all.length > 0)
          expect(sent).toEqual(Object.fromEntries(wanted))
          const order = plan.chunks.flatMap(({ entries }) =>
            entries.map((entry) => DELETE_ORDER.indexOf(entry.list)),
          )
          expect(order).toEqual(order.toSorted((one, other) => one - other))
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    ['nothing', null, '`data` is no object'],
    ['a customer', { customer_keys: ['harbour'] }, '`customer_keys` deletes everything'],
    [
      'a customer beside records',
      { customer_keys: ['harbour'], reservation_keys: ['R-1'] },
      '`customer_keys` deletes everything',
    ],
    ['no customers', { customer_keys: [], reservation_keys: ['R-1'] }, '`customer_keys` deletes everything'],
    ['a list of a push', { reservations: ['R-1'] }, '`reservations` is no list of keys'],
    ['a misspelt list', { reservation_key: ['R-1'] }, '`reservation_key` is no list of keys'],
    ['a text', { reservation_keys: 'R-1' }, '`reservation_keys` is no list'],
    ['null for a list', { reservation_keys: null }, '`reservation_keys` is no list'],
    ['a record of no list', [{ customer_key: 'harbour', list: 'customers', key: 'harbour' }], '`data[0]`'],
    ['a record of what every object has', [{ list: 'constructor', key: 'x' }], '`data[0]`'],
    ['a record that is none', new Set([null]), '`data[0]`'],
    ['an own name of every object', JSON.parse('{"__proto__":["x"]}'), '`__proto__` is no list of keys'],
  ])('is refused with a sentence: %s', (_name, data, sentence) => {
    const plan = () => planDelete(data)
    expect(plan).toThrow(TypeError)
    expect(plan).toThrow(sentence)
  })

  it('of requests for nothing is refused', () => {
    expect(() => planDelete({ reservation_keys: ['R-1'] } satisfies DeleteSource, { maxRecords: 0 })).toThrow(
      '`maxRecords` is 0',
    )
  })
})
