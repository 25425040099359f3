import * as z from 'zod/mini'
import { KeyList, LocationKeys } from './Location'
import type { ObjectOf } from './RecordOf'

const keys = {
  /** Customers to delete with all of their records. Other lists in the same body do not limit this. */
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
  /** Reservations. The vendor ends their access at once. */
  reservation_keys: KeyList,
  /** Bookings. */
  booking_keys: KeyList,
  /** Stays that are neither a reservation nor a booking. */
  access_grant_keys: KeyList,
}

/**
 * The body of `POST /customers/delete_data`: what to delete, by your keys.
 * The vendor does not check which customer a key belongs to. It cannot delete sites.
 */
export const DeleteDataRequest: ObjectOf<typeof keys & typeof LocationKeys> = z.object({
  ...keys,
  ...LocationKeys,
})
export type DeleteDataRequest = z.input<typeof DeleteDataRequest>

/**
 * Keys of records to delete, list by list. It has no `customer_keys`: that list deletes everything that its customers
 * have, whatever stands beside it.
 */
export type RecordKeys = Omit<DeleteDataRequest, 'customer_keys'> & { customer_keys?: undefined }

/** Customers to delete with everything that they have. No other list may stand beside it. */
export type WholeCustomers = { customer_keys: string[] } & {
  [List in Exclude<keyof DeleteDataRequest, 'customer_keys'>]?: undefined
}

/** What one call deletes: records, or whole customers, and never both. */
export type DeletionKeys = RecordKeys | WholeCustomers
