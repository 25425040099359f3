import type { ResourceList } from '../../../src/push/index'
import type { Source } from './Source'

/** What a sample run consists of. */
export interface SampleSettings {
  /** How many customers there are. */
  customers: number
  /** How many reservations each of them has. */
  reservations: number
  /** How many of the reservations have changed since the last run, for each customer. @default 0 */
  changed?: number
  /** Which change that is, from 1. @default 1 */
  edition?: number
  /** Whether the first customer and every tenth after it has a record that the vendor fails on. @default false */
  isPoisoned?: boolean
}

/** How many rooms a property has, for each customer. */
const ROOMS = 20

/** The end of a key that the demo's vendor fails on. */
export const POISON = '-POISON'

const DAY = 86_400_000
const FIRST = Date.parse('2026-12-01T15:00:00Z')

/** Properties, rooms and reservations, made up while they are read. */
export const sampleSource: Source<SampleSettings> = {
  *customers({ customers }) {
    for (let at = 1; at <= customers; at += 1) yield `customer-${String(at).padStart(5, '0')}`
  },
  open(customerKey, lists, settings) {
    const all = { properties: properties(customerKey), rooms: rooms(customerKey) }
    const reservations = stays(customerKey, settings)
    const given = Object.entries({ ...all, reservations }).filter(([list]) =>
      lists.includes(list as ResourceList),
    )
    return { customer_key: customerKey, ...Object.fromEntries(given) }
  },
  count: ({ customers, reservations, isPoisoned }) =>
    customers * (1 + ROOMS + reservations) + (isPoisoned ? Math.ceil(customers / 10) : 0),
}

function* properties(owner: string) {
  yield { property_key: `${owner}-house`, name: 'House' }
}

function* rooms(owner: string) {
  for (let at = 1; at <= ROOMS; at += 1) yield { room_key: `${owner}-room-${at}`, name: `Room ${100 + at}` }
}

function* stays(owner: string, { reservations, changed = 0, edition = 1, isPoisoned }: SampleSettings) {
  for (let at = 1; at <= reservations; at += 1)
    yield stay(owner, `R-${at}`, at, at <= changed ? 2 + edition : 2)
  if (isPoisoned && owner.endsWith('1')) yield stay(owner, `R-${reservations + 1}${POISON}`, 1, 2)
}

function stay(owner: string, code: string, at: number, nights: number) {
  const starts = FIRST + (at % 365) * DAY
  return {
    reservation_key: `${owner}-${code}`,
    name: code,
    starts_at: new Date(starts).toISOString(),
    ends_at: new Date(starts + nights * DAY - 4 * 3_600_000).toISOString(),
    room_keys: [`${owner}-room-${(at % ROOMS) + 1}`],
    property_keys: [`${owner}-house`],
  }
}
