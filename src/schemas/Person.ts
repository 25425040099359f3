import * as z from 'zod/mini'
import { type RecordOf, ResourceKey } from './RecordOf'

/** What every kind of person has. */
export const Person = {
  /** Your display name for the person. May be empty. */
  name: z.string(),
  /** Unique in the workspace: the vendor silently skips whoever comes second with the same address. */
  email_address: z.optional(z.string()),
  /** In the form you have it; the vendor does not check it. */
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

/** A user identity, the vendor's common denominator of all of these. */
export const UserIdentity: RecordOf<'user_identity_key', typeof Person> = z.object({
  user_identity_key: ResourceKey,
  ...Person,
})
export type UserIdentity = z.input<typeof UserIdentity>
