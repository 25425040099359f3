import { describe, expect, it } from 'vitest'
import { CustomerData, DeleteDataRequest, PushDataRequest } from '../../src/schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../../src/wire/RESOURCE_KEYS'
import { problemsOf } from './problemsOf'

const LISTS = Object.entries(RESOURCE_KEYS) as [ResourceList, string][]
const STAYS = ['reservations', 'bookings', 'access_grants']

/** A customer with one record in one list. */
function withRecord(list: string, record: unknown) {
  return { customer_key: 'harbour', [list]: [record] }
}

describe('CustomerData', () => {
  it('requires a customer_key of at least one character', () => {
    expect(problemsOf(CustomerData, {})).toEqual(['customer_key: Required'])
    expect(problemsOf(CustomerData, { customer_key: '' })).toEqual([
      'customer_key: Expected at least 1 character',
    ])
    expect(problemsOf(CustomerData, { customer_key: 7 })).toEqual([
      'customer_key: Expected string, received number',
    ])
  })

  for (const [list, key] of LISTS) {
    const named = !STAYS.includes(list)

    it(`requires ${named ? `${key} and name` : `${key}, and no name,`} in each of ${list}`, () => {
      expect(problemsOf(CustomerData, withRecord(list, {})).toSorted()).toEqual(
        [`${list}[0].${key}: Required`, ...(named ? [`${list}[0].name: Required`] : [])].toSorted(),
      )
      expect(problemsOf(CustomerData, withRecord(list, { [key]: 'one', name: '' }))).toEqual([])
    })

    it(`${list === 'staff_members' ? 'lets' : 'does not let'} ${key} be empty`, () => {
      expect(problemsOf(CustomerData, withRecord(list, { [key]: '', name: 'One' }))).toEqual(
        list === 'staff_members' ? [] : [`${list}[0].${key}: Expected at least 1 character`],
      )
    })
  }

  it('accepts lists that are left out, and refuses null', () => {
    expect(problemsOf(CustomerData, { customer_key: 'harbour' })).toEqual([])
    expect(problemsOf(CustomerData, { customer_key: 'harbour', rooms: null })).toEqual([
      'rooms: Expected array, received null',
    ])
  })

  it('names the record and the field of a problem', () => {
    const reservations = Array.from({ length: 13 }, (_, at) => ({ reservation_key: `r${at}` }))
    Object.assign(reservations[12] ?? {}, { ends_at: 'tomorrow' })
    expect(problemsOf(CustomerData, { customer_key: 'harbour', reservations })).toEqual([
      'reservations[12].ends_at: Expected a date and time such as 2026-03-01T15:00:00Z',
    ])
  })

  it('drops fields that the vendor does not know', () => {
    const data = {
      customer_key: 'harbour',
      colour: 'blue',
      rooms: [{ room_key: '1', name: 'One', floor: 3 }],
    }
    expect(CustomerData.parse(data)).toEqual({
      customer_key: 'harbour',
      rooms: [{ room_key: '1', name: 'One' }],
    })
  })

  it('adds no field', () => {
    const data = withRecord('spaces', { space_key: '1', name: 'One' })
    expect(CustomerData.parse(data)).toEqual(data)
  })

  it('is the body of push_data', () => {
    expect(PushDataRequest).toBe(CustomerData)
  })
})

const space = (fields: object) => withRecord('spaces', { space_key: '1', name: 'One', ...fields })

describe('a space', () => {
  it('lasts a whole number of minutes above 0', () => {
    for (const duration_minutes of [1, 30, 100_000]) {
      expect(problemsOf(CustomerData, space({ duration_minutes }))).toEqual([])
    }
    for (const duration_minutes of [0, -1, 1.5]) {
      expect(problemsOf(CustomerData, space({ duration_minutes }))).toEqual([
        'spaces[0].duration_minutes: Expected a whole number above 0',
      ])
    }
  })

  it('has a latitude and a longitude, or neither', () => {
    expect(problemsOf(CustomerData, space({ geolocation: { latitude: 91, longitude: -200 } }))).toEqual([])
    expect(problemsOf(CustomerData, space({ geolocation: { latitude: 1 } }))).toEqual([
      'spaces[0].geolocation.longitude: Required',
    ])
  })

  it('accepts null for its time zone, address and times, and refuses a time that no clock shows', () => {
    const none = { time_zone: null, address: null, default_checkin_time: null, default_checkout_time: null }
    expect(problemsOf(CustomerData, space({ customer_data: none }))).toEqual([])
    expect(problemsOf(CustomerData, space({ customer_data: { default_checkin_time: '23:59:59' } }))).toEqual(
      [],
    )
    expect(problemsOf(CustomerData, space({ customer_data: { default_checkout_time: '24:00' } }))).toEqual([
      'spaces[0].customer_data.default_checkout_time: Expected a time such as 15:00 or 15:00:00',
    ])
  })

  it('has a parent_site_key of at least one character', () => {
    expect(problemsOf(CustomerData, space({ parent_site_key: '' }))).toEqual([
      'spaces[0].parent_site_key: Expected at least 1 character',
    ])
  })
})

const facts = (custom_metadata: unknown) =>
  withRecord('property_listings', { property_listing_key: '1', name: 'One', custom_metadata })

describe('custom_metadata', () => {
  it('accepts text, true, false and null', () => {
    expect(problemsOf(CustomerData, facts({ owner: 'o1', vip: true, old: false, gone: null }))).toEqual([])
    expect(problemsOf(CustomerData, facts({ floor: 3 }))).toEqual([
      'property_listings[0].custom_metadata.floor: Expected string or boolean',
    ])
  })

  it('counts 500 characters, not 500 UTF-16 units', () => {
    expect(problemsOf(CustomerData, facts({ note: '\u{1f511}'.repeat(500) }))).toEqual([])
    expect(problemsOf(CustomerData, facts({ note: '\u{1f511}'.repeat(501) }))).toEqual([
      'property_listings[0].custom_metadata.note: Expected at most 500 characters',
    ])
  })

  it('is kept in property listings and reservations, and dropped elsewhere', () => {
    const custom_metadata = { owner: 'o1' }
    const data = {
      customer_key: 'harbour',
      reservations: [{ reservation_key: '1', custom_metadata }],
      bookings: [{ booking_key: '1', custom_metadata }],
    }
    expect(CustomerData.parse(data)).toEqual({
      customer_key: 'harbour',
      reservations: [{ reservation_key: '1', custom_metadata }],
      bookings: [{ booking_key: '1' }],
    })
  })
})

describe('DeleteDataRequest', () => {
  it('requires no field', () => {
    expect(problemsOf(DeleteDataRequest, {})).toEqual([])
  })

  it('has no site_keys and no customer_key, like the vendor’s API', () => {
    expect(DeleteDataRequest.parse({ site_keys: ['1'], customer_key: 'harbour', room_keys: ['1'] })).toEqual({
      room_keys: ['1'],
    })
  })

  it('names the key of a problem', () => {
    expect(problemsOf(DeleteDataRequest, { room_keys: ['1', 2] })).toEqual([
      'room_keys[1]: Expected string, received number',
    ])
  })
})
