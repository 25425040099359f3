import * as z from 'zod/mini'

/** A list of your own identifiers. */
export const KeyList = z.optional(z.array(z.string()))

/** Which places something opens or somebody looks after, by your identifiers, one list per kind of place. */
export const LocationKeys = {
  space_keys: KeyList,
  property_keys: KeyList,
  room_keys: KeyList,
  common_area_keys: KeyList,
  unit_keys: KeyList,
  facility_keys: KeyList,
  building_keys: KeyList,
  listing_keys: KeyList,
}
