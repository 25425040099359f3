import { describe, expect, it } from 'vitest'
import { CustomerData, describeIssues, strictCustomerData, toValidationErrors } from '../../src/schemas/index'
import { RESOURCE_KEYS } from '../../src/wire/RESOURCE_KEYS'

/** Lists the problems that the stricter rules find in data that the schema allows. */
function strictProblems(data: unknown): string[] {
  expect(CustomerData.safeParse(data).success).toBe(true)
  return describeIssues(strictCustomerData(data), data).map(({ path, message }) => `${path}: ${message}`)
}

const blanks = 'Expected no blanks before or after the key'

const listing = (custom_metadata: object) => ({
  customer_key: '1',
  property_listings: [{ property_listing_key: '1', name: 'One', custom_metadata }],
})

const facts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, true]))

describe('strictCustomerData', () => {
  it('finds blanks around the key of every record except staff', () => {
    for (const [list, key] of Object.entries(RESOURCE_KEYS)) {
      expect(strictProblems({ customer_key: '1', [list]: [{ [key]: 'a b', name: ' x ' }] })).toEqual([])
      expect(strictProblems({ customer_key: '1', [list]: [{ [key]: '1\n', name: 'One' }] })).toEqual(
        list === 'staff_members' ? [] : [`${list}[0].${key}: ${blanks}`],
      )
    }
  })

  it('finds blanks around customer_key and parent_site_key', () => {
    const place = { name: 'One', parent_site_key: '1 ' }
    const data = {
      customer_key: ' 1',
      spaces: [{ space_key: '1', ...place }],
      rooms: [{ room_key: '1', ...place }],
      common_areas: [{ common_area_key: '1', ...place }],
      units: [{ unit_key: '1', ...place }],
      // The vendor drops this field in buildings.
      buildings: [{ building_key: '1', ...place }],
    }
    expect(strictProblems(data)).toEqual([
      `customer_key: ${blanks}`,
      `spaces[0].parent_site_key: ${blanks}`,
      `rooms[0].parent_site_key: ${blanks}`,
      `common_areas[0].parent_site_key: ${blanks}`,
      `units[0].parent_site_key: ${blanks}`,
    ])
  })

  it('ignores keys that only refer to a record, as the vendor does', () => {
    const stay = { reservation_key: '1', guest_key: ' g ', space_keys: [' s '] }
    expect(strictProblems({ customer_key: '1', reservations: [stay] })).toEqual([])
  })

  it('accepts at most 50 facts, names of 40 characters and text of 500 UTF-16 units', () => {
    const at = 'property_listings[0].custom_metadata'
    expect(strictProblems(listing(facts(50)))).toEqual([])
    expect(strictProblems(listing(facts(51)))).toEqual([`${at}: Expected at most 50 keys`])
    expect(strictProblems(listing({ ['k'.repeat(40)]: null }))).toEqual([])
    expect(strictProblems(listing({ ['k'.repeat(41)]: null }))).toEqual([
      `${at}.${'k'.repeat(41)}: Expected a key of at most 40 characters`,
    ])
    expect(strictProblems(listing({ note: '\u{1f511}'.repeat(250) }))).toEqual([])
    expect(strictProblems(listing({ note: '\u{1f511}'.repeat(251) }))).toEqual([
      `${at}.note: Expected at most 500 characters, where an emoji counts as two`,
    ])
  })

  it('requires times that end in Z', () => {
    for (const list of ['reservations', 'bookings', 'access_grants'] as const) {
      const key = RESOURCE_KEYS[list]
      const record = { [key]: '1', starts_at: '2026-03-01T15:00:00Z', ends_at: '2026-03-01T15:00:00+00:00' }
      expect(strictProblems({ customer_key: '1', [list]: [record] })).toEqual([
        `${list}[0].ends_at: Expected a time in UTC that ends in Z, such as 2026-03-01T15:00:00Z`,
      ])
    }
  })

  it('adds the path of the data, and its issues become a tree like all others', () => {
    const body = { customer_data: { customer_key: ' 1' } }
    const issues = strictCustomerData(body.customer_data, ['customer_data'])
    expect(JSON.parse(JSON.stringify(toValidationErrors(issues, body)))).toEqual({
      _errors: [],
      customer_data: { _errors: [], customer_key: { _errors: [blanks] } },
    })
  })

  it('ignores values that are not customer data', () => {
    for (const data of [undefined, null, 'text', [], { rooms: 'text' }, { rooms: [null, 1] }]) {
      expect(strictCustomerData(data)).toEqual([])
    }
  })
})
