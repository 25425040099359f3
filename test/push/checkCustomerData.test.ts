import { describe, expect, it } from 'vitest'
import { checkCustomerData, checkInSlices } from '../../src/push/index'
import type { CustomerData } from '../../src/schemas/index'

const person = (at: number, email_address?: string) => ({
  guest_key: `G-${at}`,
  name: 'Guest 1',
  ...(email_address && { email_address }),
})

const DATA: [code: string, path: string, data: Omit<CustomerData, 'customer_key'>][] = [
  ['duplicate_key', 'guests[1].guest_key', { guests: [person(1), person(1)] }],
  [
    'unknown_reference',
    'reservations[0].space_keys',
    { reservations: [{ reservation_key: 'R', space_keys: ['S'] }] },
  ],
  ['unknown_reference', 'bookings[0].guest_key', { bookings: [{ booking_key: 'B', guest_key: 'G-1' }] }],
  [
    'unknown_reference',
    'rooms[0].parent_site_key',
    { rooms: [{ room_key: 'R', name: '', parent_site_key: 'x' }] },
  ],
  [
    'unknown_reference',
    'staff_members[0].site_keys',
    { staff_members: [{ staff_member_key: 'S', name: '', site_keys: ['x'] }] },
  ],
  ['shared_email', 'guests[1].email_address', { guests: [person(1, 'a@b.test'), person(2, ' A@B.test')] }],
  [
    'ends_before_start',
    'reservations[0].ends_at',
    {
      reservations: [
        { reservation_key: 'R', starts_at: '2026-03-02T00:00:00Z', ends_at: '2026-03-02T00:00:00Z' },
      ],
    },
  ],
  [
    'ends_before_start',
    'reservations[0].ends_at',
    {
      reservations: [
        { reservation_key: 'R', starts_at: '2026-03-02T00:00:00.5Z', ends_at: '2026-03-02T00:00:00Z' },
      ],
    },
  ],
  [
    'refused_by_vendor',
    'reservations[0].starts_at',
    { reservations: [{ reservation_key: 'R', starts_at: '2026-03-01T15:00:00' }] },
  ],
  ['refused_by_vendor', 'guests[0].guest_key', { guests: [{ guest_key: ' G', name: '' }] }],
  [
    'refused_by_vendor',
    'reservations[0].custom_metadata',
    {
      reservations: [
        {
          reservation_key: 'R',
          custom_metadata: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`k${at}`, ''])),
        },
      ],
    },
  ],
  [
    'not_filterable',
    'reservations[0].custom_metadata.the floor',
    { reservations: [{ reservation_key: 'R', custom_metadata: { 'the floor': '2' } }] },
  ],
  [
    'two_people',
    'reservations[0].user_key',
    {
      guests: [person(1)],
      users: [{ user_key: 'U', name: '' }],
      reservations: [{ reservation_key: 'R', guest_key: 'G-1', user_key: 'U' }],
    },
  ],
]

describe('checkCustomerData', () => {
  it.each(DATA)('finds %s at %s', (code, path, data) => {
    const findings = checkCustomerData({ customer_key: 'harbour', ...data })
    expect(findings.map((finding) => [finding.code, finding.path])).toEqual([[code, path]])
    const [{ sentence, remedy, key, list, index } = {} as never] = findings
    for (const words of [sentence, remedy]) expect(words).toMatch(/^["A-Z].*\.$/s)
    expect(path).toContain(`${list}[${index}]`)
    expect(key).toBeTypeOf('string')
  })

  it('finds nothing in data that is right', () => {
    const findings = checkCustomerData({
      customer_key: 'harbour',
      sites: [{ site_key: 'site', name: '' }],
      property_listings: [{ property_listing_key: 'P', name: '' }],
      spaces: [{ space_key: 'S', name: '', parent_site_key: 'site' }],
      guests: [person(1, 'a@b.test'), person(2, 'c@d.test'), person(3), person(4)],
      reservations: [
        {
          reservation_key: 'R',
          space_keys: ['S', 'P'],
          guest_key: 'G-1',
          starts_at: '2026-03-01T15:00:00Z',
          ends_at: '2026-03-04T11:00:00Z',
          custom_metadata: { floor: '2' },
        },
      ],
    })
    expect(findings).toEqual([])
  })

  it('goes on after a record that throws when it is read, and keeps addresses out of its sentences', () => {
    const bad = {
      get guest_key(): string {
        throw new Error('secret')
      },
      name: '',
    }
    const findings = checkCustomerData({
      customer_key: 'harbour',
      guests: [bad, person(1, 'a@b.test'), person(2, 'a@b.test')],
    })
    expect(findings.map(({ code }) => code)).toEqual(['unreadable', 'shared_email'])
    expect(JSON.stringify(findings)).not.toMatch(/secret|a@b\.test/)
  })

  it('finds the same in slices, lets others work meanwhile, and ends when told', async () => {
    const data = {
      customer_key: 'harbour',
      reservations: Array.from({ length: 30_000 }, (_, at) => ({
        reservation_key: `R-${at % 29_990}`,
        space_keys: ['S'],
      })),
    }
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)
    expect(await checkInSlices(data)).toEqual(checkCustomerData(data))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
    await expect(checkInSlices(data, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
  })
})
