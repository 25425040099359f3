import * as z from 'zod/mini'

const key = z.string()

// Two unions, as the vendor has them: places, and stays. The verdict is the vendor's to the letter.
const Place = z.xor([
  z.object({ space_key: key }),
  z.object({ property_key: key }),
  z.object({ room_key: key }),
  z.object({ common_area_key: key }),
  z.object({ unit_key: key }),
  z.object({ facility_key: key }),
  z.object({ building_key: key }),
  z.object({ listing_key: key }),
  z.object({ property_listing_key: key }),
  z.object({ site_key: key }),
])

const Stay = z.xor([
  z.object({ reservation_key: key }),
  z.object({ booking_key: key }),
  z.object({ access_grant_key: key }),
])

/** The page the portal shows first: one place or one stay, by your identifier. */
export const LandingPage = z.object({
  manage: z.optional(
    z.xor([Place, Stay], {
      error: 'Expected exactly one key, such as { "property_key": "…" } or { "reservation_key": "…" }',
    }),
  ),
})
export type LandingPage = z.input<typeof LandingPage>
