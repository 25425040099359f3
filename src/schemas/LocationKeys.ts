import * as z from 'zod/mini'

/** A list of your own identifiers. */
export const KeyList = z.optional(z.array(z.string()))

/** Which places something opens or somebody looks after, by your identifiers, one list per kind of place. */
export const LocationKeys = {
  /** Spaces. A stay names its property listings here too. */
  space_keys: KeyList,
  /** Short-term rental properties. */
  property_keys: KeyList,
  /** Hotel rooms. */
  room_keys: KeyList,
  /** Shared common areas. */
  common_area_keys: KeyList,
  /** Units of multi-family buildings. */
  unit_keys: KeyList,
  /** Gym or fitness facilities. */
  facility_keys: KeyList,
  /** Buildings. */
  building_keys: KeyList,
  /** Listings. */
  listing_keys: KeyList,
}
