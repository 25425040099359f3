import { describe, expect, it } from 'vitest'
import { createSandbox, type Sandbox } from '../../src/sandbox/index'
import type { CustomerData } from '../../src/schemas/index'
import { callSandbox } from '../support/callSandbox'

const DELETE = '/customers/delete_data'

const push = async (sandbox: Sandbox, data: unknown) => {
  const { status, answer } = await callSandbox(sandbox, '/customers/push_data', data)
  expect([status, answer]).toEqual([200, { ok: true }])
}

const dataOf = (sandbox: Sandbox, key = 'c'): CustomerData | undefined =>
  sandbox.customers().find((one) => one.customer_key === key)?.data

const codes = (sandbox: Sandbox) => sandbox.warnings.map(({ code }) => code)

const guest = (key: string) => ({ guest_key: key, name: key, email_address: 'stay@example.com' })
const room = (key: string) => ({ room_key: key, name: 'Room', colour: 'blue' })

describe('push_data', () => {
  it('keeps every list as it was sent', async () => {
    const data = {
      customer_key: 'c',
      spaces: [{ space_key: 's', name: 'Space', customer_data: { time_zone: 'Europe/Lisbon' } }],
      sites: [{ site_key: 'si', name: 'Site' }],
      properties: [{ property_key: 'p', name: 'Property' }],
      rooms: [{ room_key: 'r', name: 'Room', parent_site_key: 'si' }],
      common_areas: [{ common_area_key: 'ca', name: 'Lobby' }],
      units: [{ unit_key: 'u', name: 'Unit' }],
      facilities: [{ facility_key: 'f', name: 'Pool' }],
      buildings: [{ building_key: 'b', name: 'Building' }],
      listings: [{ listing_key: 'l', name: 'Listing' }],
      property_listings: [{ property_listing_key: 'pl', name: 'Listing', custom_metadata: { vip: true } }],
      guests: [{ guest_key: 'g', name: 'Guest 1' }],
      tenants: [{ tenant_key: 't', name: 'Tenant 1' }],
      residents: [{ resident_key: 're', name: 'Resident 1' }],
      users: [{ user_key: 'us', name: 'User 1' }],
      user_identities: [{ user_identity_key: 'ui', name: 'Identity 1' }],
      staff_members: [{ staff_member_key: '', name: 'Front desk', room_keys: ['r'] }],
      reservations: [{ reservation_key: 'rs', guest_key: 'g', space_keys: ['s', 'pl'], room_keys: ['r'] }],
      bookings: [{ booking_key: 'bk', user_identity_key: 'ui' }],
      access_grants: [{ access_grant_key: 'ag', starts_at: '2026-03-01T15:00:00Z' }],
    }
    const sandbox = createSandbox()
    await push(sandbox, data)
    expect(dataOf(sandbox)).toEqual(data)
    expect(sandbox.warnings).toEqual([])
  })

  it('upserts by key: new fields replace old ones, and the others stay', async () => {
    const sandbox = createSandbox()
    const stay = { reservation_key: 'r', name: 'First', preferred_code: '1111' }
    await push(sandbox, {
      customer_key: 'c',
      reservations: [{ ...stay, custom_metadata: { floor: '2', vip: true, late: false } }],
    })
    await push(sandbox, {
      customer_key: 'c',
      reservations: [{ reservation_key: 'r', name: 'Second', custom_metadata: { vip: null, late: true } }],
    })
    expect(dataOf(sandbox)?.reservations).toEqual([
      { ...stay, name: 'Second', custom_metadata: { floor: '2', late: true } },
    ])
  })

  it('customers() returns copies', async () => {
    const sandbox = createSandbox({ seed: [{ customer_key: 'c', rooms: [{ room_key: 'r', name: 'Room' }] }] })
    await push(sandbox, { customer_key: 'c' })
    const [room] = dataOf(sandbox)?.rooms ?? []
    if (room) room.name = 'Changed'
    expect(dataOf(sandbox)?.rooms?.[0]?.name).toBe('Room')
  })

  it('skips the stay of a second person with the same e-mail address, and answers ok', async () => {
    const sandbox = createSandbox()
    await push(sandbox, {
      customer_key: 'c',
      guests: [
        { guest_key: 'g-1', name: 'Guest 1', email_address: 'stay@example.com' },
        { guest_key: 'g-2', name: 'Guest 2', email_address: ' Stay@Example.com' },
      ],
      reservations: [
        { reservation_key: 'r-1', guest_key: 'g-1' },
        { reservation_key: 'r-2', guest_key: 'g-2' },
      ],
    })
    expect(dataOf(sandbox)?.reservations?.map((one) => one.reservation_key)).toEqual(['r-1'])
    expect(sandbox.warnings).toEqual([
      { code: 'duplicate_email', path: 'reservations[1]', customer_key: 'c', message: expect.any(String) },
    ])
    expect(sandbox.warnings[0]?.message).not.toContain('@')
    await push(sandbox, {
      customer_key: 'c',
      guests: [{ guest_key: 'g-2', name: 'Guest 2', email_address: 'other@example.com' }],
      reservations: [{ reservation_key: 'r-2', guest_key: 'g-2' }],
    })
    expect(dataOf(sandbox)?.reservations).toHaveLength(2)
  })

  it('frees an e-mail address when its person is deleted', async () => {
    const sandbox = createSandbox()
    await push(sandbox, { customer_key: 'c', guests: [guest('g-1'), guest('g-2')] })
    await callSandbox(sandbox, DELETE, { guest_keys: ['g-1'] })
    await push(sandbox, { customer_key: 'c', reservations: [{ reservation_key: 'r', guest_key: 'g-2' }] })
    expect(dataOf(sandbox)?.reservations).toHaveLength(1)
  })

  it('does not change the record of another customer', async () => {
    const sandbox = createSandbox()
    await push(sandbox, { customer_key: 'a', rooms: [{ room_key: '201', name: 'Ours' }] })
    await push(sandbox, { customer_key: 'b', rooms: [{ room_key: '201', name: 'Theirs' }] })
    expect(dataOf(sandbox, 'a')?.rooms?.[0]?.name).toBe('Ours')
    expect(dataOf(sandbox, 'b')?.rooms).toBeUndefined()
    expect(codes(sandbox)).toEqual(['foreign_key'])
  })

  it('drops unknown fields, and warns once for each path', async () => {
    const sandbox = createSandbox()
    await push(sandbox, { customer_key: 'c', rooms: [room('1'), room('2')], gates: [{ gate_key: '1' }] })
    expect(dataOf(sandbox)?.rooms?.[0]).toEqual({ room_key: '1', name: 'Room' })
    expect(sandbox.warnings.map(({ code, path }) => [code, path])).toEqual([
      ['unknown_field', 'rooms[].colour'],
      ['unknown_field', 'gates'],
    ])
  })

  it('accepts stays with unknown places and people, with a warning for each', async () => {
    const sandbox = createSandbox()
    await push(sandbox, {
      customer_key: 'c',
      bookings: [{ booking_key: 'b', unit_keys: ['u-1'], tenant_key: 't-1' }],
    })
    expect(dataOf(sandbox)?.bookings).toHaveLength(1)
    expect(sandbox.warnings.map(({ code, path }) => [code, path])).toEqual([
      ['unknown_space', 'bookings[0].unit_keys'],
      ['unknown_person', 'bookings[0].tenant_key'],
    ])
  })

  it('treats a field called __proto__ like any other', async () => {
    const sandbox = createSandbox()
    const body =
      '{"customer_key":"c","__proto__":{"polluted":true},"reservations":[{"reservation_key":"r","custom_metadata":{"__proto__":"x"}}]}'
    await callSandbox(sandbox, '/customers/push_data?__proto__=x', body)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('takes ten thousand stays of ten thousand guests, and searches no list for each', async () => {
    const sandbox = createSandbox()
    const keys = Array.from({ length: 10_000 }, (_, at) => `k-${at}`)
    await push(sandbox, {
      customer_key: 'c',
      guests: keys.map((key) => ({ guest_key: key, name: key, email_address: `${key}@example.com` })),
      reservations: keys.map((key) => ({ reservation_key: key, guest_key: key, room_keys: ['none'] })),
    })
    expect(dataOf(sandbox)?.reservations).toHaveLength(10_000)
  })
})

describe('delete_data', () => {
  const seed: CustomerData[] = [
    {
      customer_key: 'c1',
      rooms: [{ room_key: 'r1', name: 'One' }],
      spaces: ['a b', 'c,d', 'e'].map((key) => ({ space_key: key, name: key })),
      sites: [{ site_key: 'si', name: 'Site' }],
    },
    { customer_key: 'c2', rooms: [{ room_key: 'r2', name: 'Two' }] },
  ]

  it('deletes by key, in every customer', async () => {
    const sandbox = createSandbox({ seed })
    expect((await callSandbox(sandbox, DELETE, { room_keys: ['r1', 'r2'] })).answer).toEqual({ ok: true })
    expect(sandbox.customers().map(({ data }) => data.rooms)).toEqual([undefined, undefined])
  })

  it('deletes a customer with all of their records', async () => {
    const sandbox = createSandbox({ seed })
    await callSandbox(sandbox, DELETE, { customer_keys: ['c1'] })
    expect(sandbox.customers().map((one) => one.customer_key)).toEqual(['c2'])
    expect(sandbox.warnings).toEqual([])
  })

  it('also accepts DELETE, with the query of the official client', async () => {
    const sandbox = createSandbox({ seed })
    const query = 'customer_keys=c2&room_keys=&space_keys=a+b&space_keys=c%2Cd&_strict=true'
    const { status } = await callSandbox(sandbox, `${DELETE}?${query}`, undefined, { method: 'DELETE' })
    expect(status).toBe(200)
    expect(sandbox.customers()).toHaveLength(1)
    expect(sandbox.customers()[0]?.data.spaces?.map((one) => one.space_key)).toEqual(['e'])
    expect(sandbox.customers()[0]?.data.rooms).toHaveLength(1)
  })

  it.each(['space_keys[]=a+b&space_keys[]=e', 'space_keys=a+b,e'])(
    'reads %s when the query is not strict',
    async (query) => {
      const sandbox = createSandbox({ seed })
      await callSandbox(sandbox, `${DELETE}?${query}`, undefined, { method: 'DELETE' })
      expect(sandbox.customers()[0]?.data.spaces?.map((one) => one.space_key)).toEqual(['c,d'])
    },
  )

  it('merges query and body, and the body wins', async () => {
    const sandbox = createSandbox({ seed })
    await callSandbox(sandbox, `${DELETE}?space_keys=e&room_keys=r1`, { room_keys: ['r2'] })
    expect(sandbox.customers()[0]?.data.spaces).toHaveLength(2)
    expect(sandbox.customers()[0]?.data.rooms).toHaveLength(1)
    expect(sandbox.customers()[1]?.data.rooms).toBeUndefined()
  })

  it.each([{}, undefined])('deletes nothing when the body is %j', async (body) => {
    const sandbox = createSandbox({ seed })
    const { answer } = await callSandbox(sandbox, DELETE, body, { method: 'DELETE' })
    expect(answer).toEqual({ ok: true })
    expect(sandbox.customers()).toHaveLength(2)
  })

  it.each([
    [{ customer_key: 'c1' }, 'customer_key_ignored'],
    [{ site_keys: ['si'] }, 'sites_not_deletable'],
    [{ guest_keys: ['nobody'] }, 'unknown_key'],
    [{ gate_keys: ['g'] }, 'unknown_field'],
  ])('ignores %j, with a warning', async (body, code) => {
    const sandbox = createSandbox({ seed })
    const { answer } = await callSandbox(sandbox, DELETE, body)
    expect(answer).toEqual({ ok: true })
    expect(codes(sandbox)).toEqual([code])
    expect(sandbox.customers().map(({ data }) => data)).toEqual(seed)
  })

  it('warns when the body has customer_keys and single records', async () => {
    const sandbox = createSandbox({ seed })
    await callSandbox(sandbox, DELETE, { customer_keys: ['c1'], room_keys: ['r1'] })
    expect(codes(sandbox)).toEqual(['whole_customer_deleted'])
    expect(sandbox.customers().map((one) => one.customer_key)).toEqual(['c2'])
  })
})

describe('a portal', () => {
  it.each([
    [{ customization_profile_id: '6f1c2a54-0b7e-4d7a-9a58-3d0d4c1f2e77' }, 'unknown_profile'],
    [{ deep_link: { resource_type: 'reservation', resource_key: 'r' } }, 'unknown_resource'],
    [{ landing_page: { manage: { property_key: 'foreign' } } }, 'unknown_resource'],
    [{ features: { manage_devices: { exclude: true } } }, 'deprecated_field'],
    [
      { features: { connect: { accepted_providers: ['yale'], excluded_providers: ['yale'] } } },
      'conflicting_providers',
    ],
    [{ _dev: true }, 'unknown_field'],
    [{ _dev: false }, 'unknown_field'],
  ])('is made with %j and gives a warning', async (options, code) => {
    const sandbox = createSandbox({
      seed: [{ customer_key: 'other', properties: [{ property_key: 'foreign', name: 'Foreign' }] }],
    })
    const { status } = await callSandbox(sandbox, '/customers/create_portal', {
      ...options,
      customer_data: { customer_key: 'c' },
    })
    expect(status).toBe(200)
    expect(codes(sandbox)).toEqual([code])
  })

  it('upserts the records of customer_data', async () => {
    const sandbox = createSandbox()
    await callSandbox(sandbox, '/customers/create_portal', {
      deep_link: { resource_type: 'space', resource_key: 's' },
      customer_data: { customer_key: 'c', spaces: [{ space_key: 's', name: 'Space' }] },
    })
    expect(dataOf(sandbox)?.spaces).toHaveLength(1)
    expect(sandbox.warnings).toEqual([])
  })
})
