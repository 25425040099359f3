import * as z from 'zod/mini'
import { AccessGrant, Booking, Reservation } from './AccessGrant'
import {
  Building,
  CommonArea,
  Facility,
  Listing,
  Property,
  PropertyListing,
  Room,
  Site,
  Unit,
} from './Location'
import { Guest, Resident, Tenant, User, UserIdentity } from './Person'
import { ResourceKey } from './ResourceKey'
import { Space } from './Space'
import { StaffMember } from './StaffMember'

/**
 * A customer and the records you hold for them: the body of push_data, and `customer_data` of create_portal.
 * Every list is an upsert by its key.
 */
export const CustomerData = z.object({
  /** Your identifier of the customer. */
  customer_key: ResourceKey,
  spaces: z.optional(z.array(Space)),
  sites: z.optional(z.array(Site)),
  properties: z.optional(z.array(Property)),
  rooms: z.optional(z.array(Room)),
  common_areas: z.optional(z.array(CommonArea)),
  units: z.optional(z.array(Unit)),
  facilities: z.optional(z.array(Facility)),
  buildings: z.optional(z.array(Building)),
  listings: z.optional(z.array(Listing)),
  property_listings: z.optional(z.array(PropertyListing)),
  guests: z.optional(z.array(Guest)),
  tenants: z.optional(z.array(Tenant)),
  residents: z.optional(z.array(Resident)),
  users: z.optional(z.array(User)),
  user_identities: z.optional(z.array(UserIdentity)),
  staff_members: z.optional(z.array(StaffMember)),
  reservations: z.optional(z.array(Reservation)),
  bookings: z.optional(z.array(Booking)),
  access_grants: z.optional(z.array(AccessGrant)),
})
export type CustomerData = z.input<typeof CustomerData>
