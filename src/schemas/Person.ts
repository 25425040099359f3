import * as z from 'zod/mini'
import { ResourceKey } from './ResourceKey'

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
export const Guest = z.object({
  /** Your identifier of the guest. */
  guest_key: ResourceKey,
  ...Person,
})
export type Guest = z.input<typeof Guest>

/** A tenant. */
export const Tenant = z.object({
  /** Your identifier of the tenant. */
  tenant_key: ResourceKey,
  ...Person,
})
export type Tenant = z.input<typeof Tenant>

/** A resident. */
export const Resident = z.object({
  /** Your identifier of the resident. */
  resident_key: ResourceKey,
  ...Person,
})
export type Resident = z.input<typeof Resident>

/** A user of your product. */
export const User = z.object({
  /** Your identifier of the user. */
  user_key: ResourceKey,
  ...Person,
})
export type User = z.input<typeof User>

/** A user identity, the vendor's common denominator of all of these. */
export const UserIdentity = z.object({
  /** Your identifier of the user identity. */
  user_identity_key: ResourceKey,
  ...Person,
})
export type UserIdentity = z.input<typeof UserIdentity>
