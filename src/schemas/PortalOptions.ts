import * as z from 'zod/mini'
import { LOCALES } from '../wire/LOCALES'
import type { ObjectOf } from './RecordOf'
import { PortalFeatures } from './PortalFeatures'
import { Uuid } from './Uuid'

const filter = {
  /** The name of the fact. */
  field: z.string().check(
    z.regex(/^[a-zA-Z_]\w*$/, {
      error: 'Expected letters, digits and underscores, not beginning with a digit',
    }),
  ),
  /** The only comparison that the vendor has. */
  operation: z.literal('='),
  /** Text or a boolean. The text `"true"` does not equal `true`. */
  value: z.union([z.string(), z.boolean()]),
}

/** A condition on `custom_metadata`. The portal shows only the records that meet it. */
export const CustomerResourcesFilter: ObjectOf<typeof filter> = z.object(filter)
export type CustomerResourcesFilter = z.input<typeof CustomerResourcesFilter>

/**
 * The resource that the portal opens on: a reservation or a space by your key, or a device by the vendor's id.
 * The portal opens the resource itself, whereas `landing_page` opens a page about it.
 */
export const DeepLink = z.discriminatedUnion('resource_type', [
  z.object({
    /** The kind of a record that you pushed. */
    resource_type: z.enum(['reservation', 'space']),
    /** Your key for the record. */
    resource_key: z.string(),
  }),
  z.object({
    /** A lock, thermostat or other device. */
    resource_type: z.literal('device'),
    /** The vendor's `device_id`. */
    resource_id: z.string(),
  }),
])
export type DeepLink = z.input<typeof DeepLink>

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

const options = {
  /** Shows the portal without its own header, for use in a frame. */
  is_embedded: z.optional(z.boolean()),
  /** Opens the portal on one resource. */
  deep_link: z.optional(DeepLink),
  /** The page that the portal shows first. */
  landing_page: z.optional(LandingPage),
  /** The portal's language. */
  locale: z.optional(z.enum(LOCALES)),
  /** The parts of the portal that the customer sees. */
  features: z.optional(PortalFeatures),
  /** `restricted` hides the portal's navigation. It does not limit what the customer may do. */
  navigation_mode: z.optional(z.enum(['full', 'restricted'])),
  /** Hides the portal's own language menu. */
  exclude_locale_picker: z.optional(z.boolean()),
  /** The customization profile that themes the portal. Make profiles in the vendor's console. */
  customization_profile_id: z.optional(Uuid),
  /** Shows only property listings and reservations whose `custom_metadata` meets all conditions. The vendor enforces it. */
  customer_resources_filters: z.optional(z.array(CustomerResourcesFilter)),
  /** Lets the customer see everything and change nothing. The vendor enforces it. */
  read_only: z.optional(z.boolean()),
}

/**
 * How a portal looks and what it shows: the body of `POST /customers/create_portal` without the customer.
 * These schemas have no defaults. A field that you leave out is not sent, and the vendor decides.
 */
export const PortalOptions: ObjectOf<typeof options> = z.object(options)
export type PortalOptions = z.input<typeof PortalOptions>
