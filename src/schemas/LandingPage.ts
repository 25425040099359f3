import * as z from 'zod/mini'

const PLACE_KEYS = [
  'space_key',
  'property_key',
  'room_key',
  'common_area_key',
  'unit_key',
  'facility_key',
  'building_key',
  'listing_key',
  'property_listing_key',
  'site_key',
] as const

const STAY_KEYS = ['reservation_key', 'booking_key', 'access_grant_key'] as const

/** The page that the portal shows first. */
export interface LandingPage {
  /** One place or one stay, by your key. It has exactly one field, such as `{ property_key: 'sea-view' }`. */
  manage?: LandingKey | undefined
}

/** An object with exactly one of these keys. */
type LandingKey = OneOf<(typeof PLACE_KEYS)[number] | (typeof STAY_KEYS)[number]>

// TypeScript lets a union of plain objects have a second key, so each member excludes all the other keys.
type OneOf<Key extends string> = {
  [Only in Key]: Record<Only, string> & Partial<Record<Exclude<Key, Only>, never>>
}[Key]

/** The page that the portal shows first: one place or one stay, by your key. */
export const LandingPage: z.ZodMiniType<LandingPage, LandingPage> = z.object({
  manage: z.optional(
    // The vendor's OpenAPI text has these two unions. A single one would accept other bodies than the vendor.
    z.xor([oneOf(PLACE_KEYS), oneOf(STAY_KEYS)], {
      error: 'Expected exactly one key, such as { "property_key": "…" } or { "reservation_key": "…" }',
    }),
  ),
})

function oneOf<Key extends string>(keys: readonly Key[]) {
  return z.xor(keys.map((key) => z.object({ [key]: z.string() }))) as unknown as z.ZodMiniType<
    OneOf<Key>,
    OneOf<Key>
  >
}
