import type { CustomerData } from '../src/index'

/** Two customers with few records, because a static portal page has them in its address. */
export const sampleCustomers: CustomerData[] = [
  {
    customer_key: 'harbour-house',
    properties: [{ property_key: 'harbour-house', name: 'Harbour House' }],
    rooms: [
      { room_key: '204', name: 'Room 204' },
      { room_key: '305', name: 'Room 305' },
    ],
    spaces: [{ space_key: 'annex', name: 'Annex' }],
    reservations: [
      {
        reservation_key: 'R-20418',
        name: 'R-20418',
        room_keys: ['204'],
        starts_at: '2026-03-01T15:00:00Z',
        ends_at: '2026-03-04T10:00:00Z',
        custom_metadata: { region: 'north' },
      },
      {
        reservation_key: 'R-20431',
        name: 'R-20431',
        room_keys: ['305'],
        starts_at: '2026-03-02T15:00:00Z',
        ends_at: '2026-03-07T10:00:00Z',
        custom_metadata: { region: 'south' },
      },
    ],
    staff_members: [{ staff_member_key: 'desk', name: 'Front desk' }],
  },
  {
    customer_key: 'pine-lodge',
    properties: [{ property_key: 'pine-lodge', name: 'Pine Lodge' }],
    rooms: [{ room_key: '1', name: 'Cabin 1' }],
    reservations: [
      {
        reservation_key: 'R-30007',
        name: 'R-30007',
        room_keys: ['1'],
        starts_at: '2026-03-05T15:00:00Z',
        ends_at: '2026-03-06T10:00:00Z',
      },
    ],
    staff_members: [],
  },
]
