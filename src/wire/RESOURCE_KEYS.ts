/** The vendor's nineteen resource lists, each with the key field of its records. */
export const RESOURCE_KEYS = {
  spaces: 'space_key',
  sites: 'site_key',
  properties: 'property_key',
  rooms: 'room_key',
  common_areas: 'common_area_key',
  units: 'unit_key',
  facilities: 'facility_key',
  buildings: 'building_key',
  listings: 'listing_key',
  property_listings: 'property_listing_key',
  guests: 'guest_key',
  tenants: 'tenant_key',
  residents: 'resident_key',
  users: 'user_key',
  user_identities: 'user_identity_key',
  staff_members: 'staff_member_key',
  reservations: 'reservation_key',
  bookings: 'booking_key',
  access_grants: 'access_grant_key',
} as const

/** The name of a list in `customer_data`. */
export type ResourceList = keyof typeof RESOURCE_KEYS
