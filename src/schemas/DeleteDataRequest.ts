import * as z from 'zod/mini'
import { KeyList, LocationKeys } from './Location'
import type { ObjectOf } from './RecordOf'

const keys = {
  /** Customers to delete with everything they have. Beside other lists it still deletes everything. */
  customer_keys: KeyList,
  /** Property listings. */
  property_listing_keys: KeyList,
  /** Guests. */
  guest_keys: KeyList,
  /** Tenants. */
  tenant_keys: KeyList,
  /** Residents. */
  resident_keys: KeyList,
  /** Users of your product. */
  user_keys: KeyList,
  /** User identities. */
  user_identity_keys: KeyList,
  /** Members of staff. */
  staff_member_keys: KeyList,
  /** Reservations. The vendor takes their access back at once. */
  reservation_keys: KeyList,
  /** Bookings. */
  booking_keys: KeyList,
  /** Grants of access that are no reservation or booking. */
  access_grant_keys: KeyList,
}

/**
 * The body of `POST /customers/delete_data`: what to delete, by your identifiers.
 * Nothing here is scoped to a customer, and sites cannot be deleted.
 */
export const DeleteDataRequest: ObjectOf<typeof keys & typeof LocationKeys> = z.object({
  ...keys,
  ...LocationKeys,
})
export type DeleteDataRequest = z.input<typeof DeleteDataRequest>
