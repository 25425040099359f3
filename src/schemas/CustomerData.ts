import * as z from 'zod/mini'
import * as stay from './AccessGrant'
import * as place from './Location'
import * as person from './Person'
import { type ObjectOf, ResourceKey } from './RecordOf'
import { Space } from './Space'
import { StaffMember } from './StaffMember'

const lists = {
  /** Your identifier of the customer. */
  customer_key: ResourceKey,
  /** General spaces: the kind to choose when no other fits. */
  spaces: z.optional(z.array(Space)),
  /** Sites or areas that other places are in. */
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
  /** Property listings, which portals can be filtered by. */
  property_listings: z.optional(z.array(place.PropertyListing)),
  /** Guests of rentals and hotels. */
  guests: z.optional(z.array(person.Guest)),
  /** Tenants. */
  tenants: z.optional(z.array(person.Tenant)),
  /** Residents. */
  residents: z.optional(z.array(person.Resident)),
  /** Users of your product. */
  users: z.optional(z.array(person.User)),
  /** User identities: the kind to choose when no other fits. */
  user_identities: z.optional(z.array(person.UserIdentity)),
  /** People who work for the customer. */
  staff_members: z.optional(z.array(StaffMember)),
  /** Reservations, which portals can be filtered by. */
  reservations: z.optional(z.array(stay.Reservation)),
  /** Bookings. */
  bookings: z.optional(z.array(stay.Booking)),
  /** Grants of access that are no reservation or booking. */
  access_grants: z.optional(z.array(stay.AccessGrant)),
}

/**
 * A customer and the records you hold for them: the body of push_data, and `customer_data` of create_portal.
 * Every list is an upsert by its key. Keys are unique in the workspace, not in the customer.
 */
export const CustomerData: ObjectOf<typeof lists> = z.object(lists)
export type CustomerData = z.input<typeof CustomerData>
