/** Makes a day-to-day reservation, about 255 bytes as JSON. */
export function makeRow(at) {
  return {
    reservation_key: `R-${at}`,
    name: `Stay of the Silva family ${at}`,
    guest_key: `G-${at % 5000}`,
    preferred_code: String(1000 + (at % 9000)),
    starts_at: '2026-03-01T15:00:00Z',
    ends_at: '2026-03-04T11:00:00Z',
    space_keys: [`S-${at % 50}`],
    custom_metadata: { channel: 'direct', vip: at % 2 === 0 },
  }
}

/** Makes this many. */
export function makeRows(count) {
  return Array.from({ length: count }, (_, at) => makeRow(at))
}

/** Makes a customer's data of this many reservations, and the people and places they name. */
export function makeData(count) {
  return {
    customer_key: 'hotel_1',
    spaces: Array.from({ length: 50 }, (_, at) => ({ space_key: `S-${at}`, name: `Room ${at}` })),
    guests: Array.from({ length: 5000 }, (_, at) => ({ guest_key: `G-${at}`, name: `Guest ${at}` })),
    reservations: makeRows(count),
  }
}
