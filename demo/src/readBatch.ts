import { readCsv, type FileFinding } from '../../src/files/index'
import { checkInSlices } from '../../src/push/index'
import type { Account } from '../data/Account'
import type { Batch } from './Batch'

type Rows = Batch['data']['reservations']

/** Reads a CSV file and looks for what will not come out as it was meant. The page answers clicks meanwhile. */
export async function readFile(file: File, account: Account, signal: AbortSignal): Promise<Batch> {
  const skipped: FileFinding[] = []
  const reservations: Rows = []
  const rows = readCsv(
    file,
    {
      list: 'reservations',
      fields: {
        reservation_key: 'Code',
        property_keys: 'Property',
        room_keys: 'Room',
        starts_at: { column: 'Arrives', timeOfDay: '15:00' },
        ends_at: { column: 'Leaves', timeOfDay: '10:00' },
      },
      timeZone: 'UTC',
    },
    { onFinding: (finding) => skipped.push(finding) },
  )
  for await (const row of rows) reservations.push(row)
  return check(file.name, reservations, skipped, account, signal)
}

/** Makes a hundred thousand reservations, a few of them with the faults that such lists have. */
export async function makeSample(account: Account, signal: AbortSignal): Promise<Batch> {
  const { customer, properties } = account
  const rooms = properties.flatMap(({ key, rooms }) =>
    rooms.map((room) => ({ property: key, room: room.key })),
  )
  const first = Date.UTC(new Date().getUTCFullYear() + 1, 0, 1, 15)
  const reservations: Rows = []
  for (let at = 0; at < 100_000; at += 1) {
    // A long list is made piece by piece, so that the page goes on to answer clicks.
    if (at % 500 === 0) await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) break
    const { property, room } = rooms[at % rooms.length] ?? { property: '', room: '' }
    const begin = first + Math.floor(at / rooms.length) * 2 * DAY
    const end = begin + 2 * DAY - 5 * HOUR
    const code = `${customer.code}${String(at).padStart(6, '0')}`
    reservations.push({
      reservation_key: code,
      name: code,
      property_keys: [property],
      room_keys: [room],
      starts_at: new Date(begin).toISOString(),
      // A local time, and a stay that ends before it begins.
      ends_at:
        at % 8311 === 4000
          ? new Date(end).toISOString().slice(0, 16)
          : new Date(at % 33_333 === 5 ? begin - DAY : end).toISOString(),
    })
  }
  return check('Sample rows', reservations, [], account, signal)
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

async function check(
  name: string,
  reservations: Rows,
  skipped: readonly FileFinding[],
  { customer, properties }: Account,
  signal: AbortSignal,
): Promise<Batch> {
  const data = { customer_key: customer.key, reservations }
  // The rooms are known already. They are looked at with the rows, and not sent.
  const known = {
    properties: properties.map(({ key, name }) => ({ property_key: key, name })),
    rooms: properties.flatMap(({ rooms }) => rooms.map(({ key, name }) => ({ room_key: key, name }))),
  }
  return { name, data, skipped, findings: await checkInSlices({ ...data, ...known }, { signal }) }
}
