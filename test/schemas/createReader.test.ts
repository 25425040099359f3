import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReader, MISFIT } from '../../src/schemas/createReader'
import { PushDataRequest } from '../../src/schemas/index'

const read = createReader(PushDataRequest)

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('2026-03-01T15:00:00Z', '2026-02-30T15:00:00Z', 'x'.repeat(501), '15:00', ''),
)
const value = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.boolean(),
  fc.constantFrom(null, undefined, 1, 0, -1.5, NaN, Infinity),
  fc.array(fc.oneof(text, fc.integer()), { maxLength: 2 }),
  fc.dictionary(
    fc.constantFrom('a', '__proto__', 'time_zone', 'latitude', 'longitude'),
    fc.oneof(text, fc.boolean(), fc.integer(), fc.constant(null)),
    {
      maxKeys: 3,
    },
  ),
)
const FIELDS = [
  'name',
  'starts_at',
  'ends_at',
  'guest_key',
  'space_keys',
  'custom_metadata',
  'geolocation',
  'customer_data',
  'duration_minutes',
  'parent_site_key',
  'unknown',
]
const row = fc
  .tuple(fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 5 }), text)
  .map(([fields, key]) => ({
    reservation_key: key,
    space_key: key,
    staff_member_key: key,
    guest_key: key,
    name: '',
    ...fields,
  }))
const body = fc.record(
  {
    customer_key: text,
    reservations: fc.oneof(fc.array(row, { maxLength: 3 }), value),
    spaces: fc.array(row, { maxLength: 2 }),
    staff_members: fc.array(row, { maxLength: 2 }),
    guests: fc.array(fc.oneof(row, value), { maxLength: 2 }),
  },
  { requiredKeys: ['customer_key'] },
)

describe('a reader', () => {
  it('takes nothing that its schema refuses, and gives what the schema gives', () => {
    let taken = 0
    fc.assert(
      fc.property(body, (input) => {
        const output = read(input)
        if (output === MISFIT) return
        taken += 1
        const result = PushDataRequest.safeParse(input)
        expect(result.success).toBe(true)
        expect(output).toEqual(result.data)
      }),
      { numRuns: 2000 },
    )
    expect(taken).toBeGreaterThan(100)
  })

  it('gives back as it is what has nothing to leave out, and copies the rest', () => {
    const whole = {
      customer_key: 'harbour',
      reservations: [
        {
          reservation_key: 'R',
          starts_at: '2026-03-01T15:00:00Z',
          custom_metadata: { vip: true, note: 'x', gone: null },
        },
      ],
    }
    expect(read(whole)).toBe(whole)
    const more = { ...whole, reservations: [{ reservation_key: 'R', colour: 'red' }], _dev: true }
    expect(read(more)).toEqual({ customer_key: 'harbour', reservations: [{ reservation_key: 'R' }] })
    expect(more.reservations[0]).toHaveProperty('colour')
  })

  it.each([
    {},
    { customer_key: '' },
    { customer_key: 'h', reservations: null },
    { customer_key: 'h', spaces: [{ space_key: 'S' }] },
    null,
    [],
  ])('leaves %o to the schema', (input) => {
    expect(read(input)).toBe(MISFIT)
  })
})
