import * as z from 'zod/mini'
import { KeyList, LocationKeys } from './LocationKeys'

/**
 * The body of `POST /customers/delete_data`: what to delete, by your identifiers.
 * Nothing here is scoped to a customer, and sites cannot be deleted.
 */
export const DeleteDataRequest = z.object({
  /** Customers to delete with everything they have. */
  customer_keys: KeyList,
  ...LocationKeys,
  property_listing_keys: KeyList,
  guest_keys: KeyList,
  tenant_keys: KeyList,
  resident_keys: KeyList,
  user_keys: KeyList,
  user_identity_keys: KeyList,
  staff_member_keys: KeyList,
  reservation_keys: KeyList,
  booking_keys: KeyList,
  access_grant_keys: KeyList,
})
export type DeleteDataRequest = z.input<typeof DeleteDataRequest>
