import * as z from 'zod/mini'
import { CustomMetadata } from './CustomMetadata'
import { ResourceKey } from './ResourceKey'

/** What every kind of place has. */
export const Location = {
  /** Your display name for the place. May be empty. */
  name: z.string(),
}

/** A place inside a site. */
const InSite = {
  ...Location,
  /** Your identifier of the site it belongs to. */
  parent_site_key: z.optional(ResourceKey),
}

/** A general site or area. */
export const Site = z.object({
  /** Your identifier of the site. */
  site_key: ResourceKey,
  ...Location,
})
export type Site = z.input<typeof Site>

/** A short-term rental property. */
export const Property = z.object({
  /** Your identifier of the property. */
  property_key: ResourceKey,
  ...Location,
})
export type Property = z.input<typeof Property>

/** A hotel room. */
export const Room = z.object({
  /** Your identifier of the room. */
  room_key: ResourceKey,
  ...InSite,
})
export type Room = z.input<typeof Room>

/** A shared common area. */
export const CommonArea = z.object({
  /** Your identifier of the common area. */
  common_area_key: ResourceKey,
  ...InSite,
})
export type CommonArea = z.input<typeof CommonArea>

/** A unit of a multi-family building. */
export const Unit = z.object({
  /** Your identifier of the unit. */
  unit_key: ResourceKey,
  ...InSite,
})
export type Unit = z.input<typeof Unit>

/** A gym or fitness facility. */
export const Facility = z.object({
  /** Your identifier of the facility. */
  facility_key: ResourceKey,
  ...Location,
})
export type Facility = z.input<typeof Facility>

/** A building. */
export const Building = z.object({
  /** Your identifier of the building. */
  building_key: ResourceKey,
  ...Location,
})
export type Building = z.input<typeof Building>

/** A listing. */
export const Listing = z.object({
  /** Your identifier of the listing. */
  listing_key: ResourceKey,
  ...Location,
})
export type Listing = z.input<typeof Listing>

/** A property listing, with facts of yours that portals can be filtered by. */
export const PropertyListing = z.object({
  /** Your identifier of the property listing. */
  property_listing_key: ResourceKey,
  ...Location,
  /** Your own facts about the listing, for `customer_resources_filters`. */
  custom_metadata: z.optional(CustomMetadata),
})
export type PropertyListing = z.input<typeof PropertyListing>
