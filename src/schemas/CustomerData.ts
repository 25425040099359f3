import * as z from 'zod/mini'
import type { ResourceList } from '../wire/RESOURCE_KEYS'
import * as stay from './AccessGrant'
import * as place from './Location'
import * as person from './Person'
import { type ObjectOf, ResourceKey } from './RecordOf'

const lists = {
  /** Your key for the customer. */
  customer_key: ResourceKey,
  /** General spaces, for places that fit no other list. */
  spaces: z.optional(z.array(place.Space)),
  /** Sites or areas. They contain other places. */
  sites: z.optional(z.array(place.Site)),
  /** Short-term rental properties. */
  properties: z.optional(z.array(place.Property)),
  /** Hotel rooms. */
  rooms: z.optional(z.array(place.Room)),
  /** Shared common areas. */
  common_areas: z.optional(z.array(place.CommonArea)),
  /** Units of multi-family buildings. */
  units: z.optional(z.array(place.Unit)),
  /** Gym or fitness facilities. */
  facilities: z.optional(z.array(place.Facility)),
  /** Buildings. */
  buildings: z.optional(z.array(place.Building)),
  /** Listings. */
  listings: z.optional(z.array(place.Listing)),
  /** Property listings. Portals can be filtered by their facts. */
  property_listings: z.optional(z.array(place.PropertyListing)),
  /** Guests of rentals and hotels. */
  guests: z.optional(z.array(person.Guest)),
  /** Tenants. */
  tenants: z.optional(z.array(person.Tenant)),
  /** Residents. */
  residents: z.optional(z.array(person.Resident)),
  /** Users of your product. */
  users: z.optional(z.array(person.User)),
  /** User identities, for people who fit no other list. */
  user_identities: z.optional(z.array(person.UserIdentity)),
  /** People who work for the customer. */
  staff_members: z.optional(z.array(person.StaffMember)),
  /** Reservations. Portals can be filtered by their facts. */
  reservations: z.optional(z.array(stay.Reservation)),
  /** Bookings. */
  bookings: z.optional(z.array(stay.Booking)),
  /** Stays that are neither a reservation nor a booking. */
  access_grants: z.optional(z.array(stay.AccessGrant)),
}

/**
 * A customer and your records for them: the body of push_data, and `customer_data` of create_portal.
 * Every record is upserted by its key. A key is unique in the workspace, not only for the customer.
 */
export const CustomerData: ObjectOf<typeof lists> = z.object(lists)
export type CustomerData = z.input<typeof CustomerData>

/** Returns the schema of one record of a list, for code that checks records one by one. */
export function recordSchemaOf(list: ResourceList): z.ZodMiniType {
  return CustomerData.shape[list]._zod.def.innerType._zod.def.element
}

/** The body of `POST /customers/push_data`: a customer and their records. */
export const PushDataRequest = CustomerData
export type PushDataRequest = z.input<typeof PushDataRequest>
