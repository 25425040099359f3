import * as z from 'zod/mini'
import { type ObjectOf, type RecordOf, ResourceKey } from './RecordOf'
import { KeyList, LocationKeys } from './Location'

/** The fields that all people share. */
export const Person = {
  /** The name that people read. It may be empty. */
  name: z.string(),
  /** Unique in the workspace. The vendor skips a second person with the same address, without an error. */
  email_address: z.optional(z.string()),
  /** In any form. The vendor does not check it. */
  phone_number: z.optional(z.string()),
}

/** A guest of a rental. */
export const Guest: RecordOf<'guest_key', typeof Person> = z.object({
  guest_key: ResourceKey,
  ...Person,
})
export type Guest = z.input<typeof Guest>

/** A tenant. */
export const Tenant: RecordOf<'tenant_key', typeof Person> = z.object({
  tenant_key: ResourceKey,
  ...Person,
})
export type Tenant = z.input<typeof Tenant>

/** A resident. */
export const Resident: RecordOf<'resident_key', typeof Person> = z.object({
  resident_key: ResourceKey,
  ...Person,
})
export type Resident = z.input<typeof Resident>

/** A user of your product. */
export const User: RecordOf<'user_key', typeof Person> = z.object({
  user_key: ResourceKey,
  ...Person,
})
export type User = z.input<typeof User>

/** A user identity: a person of any kind. */
export const UserIdentity: RecordOf<'user_identity_key', typeof Person> = z.object({
  user_identity_key: ResourceKey,
  ...Person,
})
export type UserIdentity = z.input<typeof UserIdentity>

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
