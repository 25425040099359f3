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

/** The page the portal shows first. */
export interface LandingPage {
  /** One place or one stay, by your identifier: exactly one key, such as `{ property_key: 'sea-view' }`. */
  manage?: LandingKey | undefined
}

/** An object with exactly one of the landing keys. */
type LandingKey = OneOf<(typeof PLACE_KEYS)[number] | (typeof STAY_KEYS)[number]>

// A union of objects would let a second key through: each member has to name the others as absent.
type OneOf<Key extends string> = {
  [Only in Key]: Record<Only, string> & Partial<Record<Exclude<Key, Only>, never>>
}[Key]

/** The page the portal shows first: one place or one stay, by your identifier. */
export const LandingPage: z.ZodMiniType<LandingPage, LandingPage> = z.object({
  manage: z.optional(
    // Two unions, as the vendor has them: places, and stays. The verdict is the vendor's to the letter.
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
