import * as z from 'zod/mini'
import { KeyList, LocationKeys } from './Location'
import type { ObjectOf } from './RecordOf'
import { Person } from './Person'

const staff = {
  /** Your key for the staff member. It may be empty, unlike all other keys. */
  staff_member_key: z.string(),
  /** Property listings. */
  property_listing_keys: KeyList,
  /** Sites. */
  site_keys: KeyList,
}

/** A person who works for the customer, and the places that they look after. */
export const StaffMember: ObjectOf<typeof staff & typeof Person & typeof LocationKeys> = z.object({
  ...staff,
  ...Person,
  ...LocationKeys,
})
export type StaffMember = z.input<typeof StaffMember>
