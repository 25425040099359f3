import type { CustomerData, PortalOptions } from '../../schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../../wire/RESOURCE_KEYS'
import { stableUuid } from '../SandboxState'
import type { PortalPlace, PortalSnapshot, PortalStay } from './PortalSnapshot'

type Fields = Record<string, unknown>
type Options = PortalOptions

const PLACES = [
  'properties',
  'property_listings',
  'listings',
  'buildings',
  'facilities',
  'sites',
  'spaces',
  'rooms',
  'units',
  'common_areas',
] as const satisfies ResourceList[]
const STAYS = ['reservations', 'bookings', 'access_grants'] as const satisfies ResourceList[]
const PEOPLE = [
  'guests',
  'tenants',
  'residents',
  'users',
  'user_identities',
] as const satisfies ResourceList[]

/** What `makeSnapshot` needs. */
export interface SnapshotSource {
  data: CustomerData
  options: Options
  /** Milliseconds since 1970. */
  made_at: number
  /** Milliseconds since 1970. */
  expires_at?: number
}

/** Makes a snapshot from a customer's records. It applies the filters and keeps only what the page shows. */
export function makeSnapshot({ data, options, ...times }: SnapshotSource): PortalSnapshot {
  const filters = options.customer_resources_filters ?? []
  const kept = (list: ResourceList): Fields[] => {
    const records = (data[list] ?? []) as Fields[]
    if (list !== 'property_listings' && list !== 'reservations') return records
    return records.filter((record) =>
      filters.every(({ field, value }) => (record.custom_metadata as Fields | undefined)?.[field] === value),
    )
  }
  const places = PLACES.flatMap((list) => kept(list).map((record) => ({ list, record })))
  const people = new Map(
    PEOPLE.flatMap((list) =>
      kept(list).map((record) => [`${RESOURCE_KEYS[list]} ${text(record[RESOURCE_KEYS[list]])}`, record]),
    ),
  )
  return {
    customer_key: data.customer_key,
    options,
    places: places.map(({ list, record }) => place(list, record)),
    stays: STAYS.flatMap((list) => kept(list).map((record) => stay(list, record, places, people))),
    staff: kept('staff_members').map((record) => ({
      key: text(record.staff_member_key),
      name: text(record.name),
      ...(record.email_address ? { email: text(record.email_address) } : {}),
    })),
    ...times,
  }
}

function place(list: ResourceList, record: Fields): PortalPlace {
  const key = text(record[RESOURCE_KEYS[list]])
  const address = (record.customer_data as Fields | undefined)?.address
  return { list, key, name: text(record.name) || key, ...(address ? { address: text(address) } : {}) }
}

function stay(
  list: ResourceList,
  record: Fields,
  places: { list: ResourceList; record: Fields }[],
  people: Map<string, Fields>,
): PortalStay {
  const key = text(record[RESOURCE_KEYS[list]])
  const own = places.filter(({ list, record: place }) => {
    const field = RESOURCE_KEYS[list]
    // Stays have no `property_listing_keys`: the vendor takes those keys in `space_keys`.
    const keys = record[list === 'property_listings' ? 'space_keys' : `${field}s`]
    return Array.isArray(keys) && keys.includes(place[field])
  })
  const guest = PEOPLE.map((one) =>
    people.get(`${RESOURCE_KEYS[one]} ${text(record[RESOURCE_KEYS[one]])}`),
  ).find(Boolean)
  const zone = own
    .map(({ record: place }) => (place.customer_data as Fields | undefined)?.time_zone)
    .find(Boolean)
  return {
    list,
    key,
    name: text(record.name) || key,
    ...(guest?.name ? { person: text(guest.name) } : {}),
    ...(record.starts_at ? { starts_at: text(record.starts_at) } : {}),
    ...(record.ends_at ? { ends_at: text(record.ends_at) } : {}),
    ...(zone ? { time_zone: text(zone) } : {}),
    places: own.map(({ list, record: one }) => place(list, one).name),
    code: text(record.preferred_code) || phoneDigits(guest) || madeUp(`${list} ${key}`),
  }
}

// The vendor's order: the code that was asked for, the last four digits of the phone number, a code of its own.
function phoneDigits(person: Fields | undefined): string {
  const digits = text(person?.phone_number).replace(/\D/g, '')
  return digits.length >= 4 ? digits.slice(-4) : ''
}

function madeUp(seed: string): string {
  return String(1000 + (Number.parseInt(stableUuid(seed).slice(0, 8), 16) % 9000))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
