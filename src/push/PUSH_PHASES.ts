import type { ResourceList } from '../wire/RESOURCE_KEYS'

/**
 * The lists in the order the vendor has to learn of them, a phase per row: what a record refers to comes in a phase
 * before it. Within a phase the order does not matter.
 */
export const PUSH_PHASES: readonly (readonly ResourceList[])[] = [
  ['sites'],
  [
    'spaces',
    'properties',
    'rooms',
    'common_areas',
    'units',
    'facilities',
    'buildings',
    'listings',
    'property_listings',
  ],
  ['guests', 'tenants', 'residents', 'users', 'user_identities'],
  ['staff_members'],
  ['access_grants', 'reservations', 'bookings'],
]
