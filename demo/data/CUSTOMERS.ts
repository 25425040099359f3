import type { Account, Property, Reservation } from './Account'

/** What the dashboard stores about a customer. In a real product, these are rows of a database. */
export type CustomerRecord = Account['customer'] & {
  properties: readonly Property[]
  reservations: readonly Reservation[]
}

/** The dashboard's two customers: companies that let rooms. */
export const CUSTOMERS: readonly CustomerRecord[] = [
  {
    key: 'harbour-house-stays',
    name: 'Harbour House Stays',
    code: 'R-2',
    properties: [
      property('harbour-house', 'Harbour House', '12 Quay Street', 'Room', [101, 102, 201, 202, 204], 0),
      property('lantern-point', 'Lantern Point', '1 Headland Road', 'Room', [1, 2, 3, 4], 0),
      property('mill-cottage', 'Mill Cottage', '7 Weir Lane', 'Bedroom', [1, 2], 1),
      property('old-chapel', 'The Old Chapel', '30 Church Row', 'Suite', [1, 2, 3], 0),
    ],
    reservations: [
      reservation('R-20411', 'harbour-house', 101, -3, 3),
      reservation('R-20415', 'lantern-point', 2, -2, 4),
      reservation('R-20416', 'old-chapel', 1, -1, 2),
      reservation('R-20418', 'harbour-house', 204, 0, 3),
      reservation('R-20420', 'mill-cottage', 1, 0, 7),
      reservation('R-20423', 'harbour-house', 102, 1, 2),
      reservation('R-20427', 'lantern-point', 4, 2, 5),
      reservation('R-20431', 'old-chapel', 3, 4, 1),
      reservation('R-20434', 'harbour-house', 201, 6, 3),
    ],
  },
  {
    key: 'northside-lofts',
    name: 'Northside Lofts',
    code: 'R-3',
    properties: [
      property('canal-yard', 'Canal Yard', '88 Towpath', 'Loft', [1, 2, 3, 4, 5, 6], 0),
      property('foundry', 'The Foundry', '5 Anvil Street', 'Loft', [11, 12, 21], 0),
      property('tram-depot', 'Tram Depot', '41 Northside Avenue', 'Studio', [1, 2], 0),
    ],
    reservations: [
      reservation('R-31204', 'canal-yard', 3, -1, 4),
      reservation('R-31207', 'foundry', 12, 0, 2),
      reservation('R-31210', 'canal-yard', 5, 3, 7),
    ],
  },
]

function property(
  key: string,
  name: string,
  address: string,
  kind: string,
  numbers: readonly number[],
  offline: number,
): Property {
  const rooms = numbers.map((number) => ({ key: `${key}-${number}`, name: `${kind} ${number}` }))
  // One lock for each room, and one for the front door.
  return { key, name, address, rooms, locks: rooms.length + 1, offline }
}

function reservation(
  code: string,
  property_key: string,
  room: number,
  inDays: number,
  nights: number,
): Reservation {
  return {
    code,
    property_key,
    room_key: `${property_key}-${room}`,
    arrives: momentIn(inDays, 15),
    leaves: momentIn(inDays + nights, 10),
    nights,
  }
}

function momentIn(days: number, hour: number): string {
  const day = new Date()
  day.setUTCDate(day.getUTCDate() + days)
  day.setUTCHours(hour, 0, 0, 0)
  return day.toISOString()
}
