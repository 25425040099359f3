import * as z from 'zod/mini'
import { KeyList, LocationKeys } from './LocationKeys'
import { Person } from './Person'

/** Somebody who works for the customer, and the places they look after. */
export const StaffMember = z.object({
  /** Your identifier. The one key the vendor lets be empty. */
  staff_member_key: z.string(),
  ...Person,
  ...LocationKeys,
  /** Property listings. */
  property_listing_keys: KeyList,
  /** Sites. */
  site_keys: KeyList,
})
export type StaffMember = z.input<typeof StaffMember>
