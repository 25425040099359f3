import * as z from 'zod/mini'
import { CustomMetadata } from './CustomMetadata'
import { type RecordOf, ResourceKey } from './RecordOf'

/** The fields that all places share. */
export const Location = {
  /** The name that people read. It may be empty. */
  name: z.string(),
}

const ofSite = {
  /** Your key for the site of the place. */
  parent_site_key: z.optional(ResourceKey),
}

const facts = {
  /** Your own facts about the listing. `customer_resources_filters` compares them. */
  custom_metadata: z.optional(CustomMetadata),
}

const InSite: typeof Location & typeof ofSite = { ...Location, ...ofSite }

/** A general site or area. */
export const Site: RecordOf<'site_key', typeof Location> = z.object({
  site_key: ResourceKey,
  ...Location,
})
export type Site = z.input<typeof Site>

/** A short-term rental property. */
export const Property: RecordOf<'property_key', typeof Location> = z.object({
  property_key: ResourceKey,
  ...Location,
})
export type Property = z.input<typeof Property>

/** A hotel room. */
export const Room: RecordOf<'room_key', typeof InSite> = z.object({
  room_key: ResourceKey,
  ...InSite,
})
export type Room = z.input<typeof Room>

/** A shared common area. */
export const CommonArea: RecordOf<'common_area_key', typeof InSite> = z.object({
  common_area_key: ResourceKey,
  ...InSite,
})
export type CommonArea = z.input<typeof CommonArea>

/** A unit of a multi-family building. */
export const Unit: RecordOf<'unit_key', typeof InSite> = z.object({
  unit_key: ResourceKey,
  ...InSite,
})
export type Unit = z.input<typeof Unit>

/** A gym or fitness facility. */
export const Facility: RecordOf<'facility_key', typeof Location> = z.object({
  facility_key: ResourceKey,
  ...Location,
})
export type Facility = z.input<typeof Facility>

/** A building. */
export const Building: RecordOf<'building_key', typeof Location> = z.object({
  building_key: ResourceKey,
  ...Location,
})
export type Building = z.input<typeof Building>

/** A listing. */
export const Listing: RecordOf<'listing_key', typeof Location> = z.object({
  listing_key: ResourceKey,
  ...Location,
})
export type Listing = z.input<typeof Listing>

/** A property listing. Portals can be filtered by your facts about it. */
export const PropertyListing: RecordOf<'property_listing_key', typeof Location & typeof facts> = z.object({
  property_listing_key: ResourceKey,
  ...Location,
  ...facts,
})
export type PropertyListing = z.input<typeof PropertyListing>

/** A list of your keys. */
export const KeyList = z.optional(z.array(z.string()))

/** The places of a stay or of a staff member, by your keys: one list for each kind of place. */
export const LocationKeys = {
  /** Spaces. A stay also names its property listings here. */
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

const TimeOfDay = z
  .string()
  .check(
    z.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'Expected a time such as 15:00 or 15:00:00' }),
  )

const nullableText = z.optional(z.nullable(z.string()))

const space = {
  /** Your key for the site of the space. */
  parent_site_key: z.optional(ResourceKey),
  /** The length of one booking in minutes, when the space has bookings of a fixed length. */
  duration_minutes: z.optional(
    z.number().check(
      z.refine((minutes) => Number.isInteger(minutes) && minutes > 0, {
        error: 'Expected a whole number above 0',
      }),
    ),
  ),
  /** The position of the space. */
  geolocation: z.optional(
    z.object({
      /** In decimal degrees. North is positive. The vendor documents no limits. */
      latitude: z.number(),
      /** In decimal degrees. East is positive. The vendor documents no limits. */
      longitude: z.number(),
    }),
  ),
  /** Facts and defaults for all stays in the space. */
  customer_data: z.optional(
    z.object({
      /** An IANA time zone such as `America/Los_Angeles`. */
      time_zone: nullableText,
      /** The postal address. */
      address: nullableText,
      /** When a stay begins if it has no time of its own: `HH:mm` or `HH:mm:ss`, in local time. */
      default_checkin_time: z.optional(z.nullable(TimeOfDay)),
      /** When a stay ends if it has no time of its own, in the same form. */
      default_checkout_time: z.optional(z.nullable(TimeOfDay)),
    }),
  ),
}

/** A general space: a place of any kind, such as a room, a unit or a property. */
export const Space: RecordOf<'space_key', typeof Location & typeof space> = z.object({
  space_key: ResourceKey,
  ...Location,
  ...space,
})
export type Space = z.input<typeof Space>
