import * as z from 'zod/mini'
import { CustomMetadata } from './CustomMetadata'
import { DateTime } from './DateTime'
import { LocationKeys } from './Location'
import { type RecordOf, ResourceKey } from './RecordOf'

const text = z.optional(z.string())

const stay = {
  /** Your name for the stay. */
  name: text,
  /** When access begins. Send UTC with a `Z`, because the vendor has refused times with an offset. */
  starts_at: z.optional(DateTime),
  /** When access ends, in the same form. */
  ends_at: z.optional(DateTime),
  /** The access code (PIN) that you prefer for the stay. */
  preferred_code: text,
  /** The guest who stays. Name one person, in one of these five fields. The vendor does not check that it is only one. */
  guest_key: text,
  /** The tenant who stays. */
  tenant_key: text,
  /** The resident who stays. */
  resident_key: text,
  /** The user of your product who stays. */
  user_key: text,
  /** The user identity who stays. */
  user_identity_key: text,
}

const facts = {
  /** Your own facts about the reservation. `customer_resources_filters` compares them. */
  custom_metadata: z.optional(CustomMetadata),
}

/**
 * The fields that all stays share: who has access to which places, and when.
 * Stays have no `property_listing_keys`: the vendor takes those keys in `space_keys`.
 */
const Stay: typeof stay & typeof LocationKeys = { ...stay, ...LocationKeys }

/** A stay that is neither a reservation nor a booking. */
export const AccessGrant: RecordOf<'access_grant_key', typeof Stay> = z.object({
  access_grant_key: ResourceKey,
  ...Stay,
})
export type AccessGrant = z.input<typeof AccessGrant>

/** A booking. */
export const Booking: RecordOf<'booking_key', typeof Stay> = z.object({
  booking_key: ResourceKey,
  ...Stay,
})
export type Booking = z.input<typeof Booking>

/** A reservation. Portals can be filtered by your facts about it. */
export const Reservation: RecordOf<'reservation_key', typeof Stay & typeof facts> = z.object({
  reservation_key: ResourceKey,
  ...Stay,
  ...facts,
})
export type Reservation = z.input<typeof Reservation>
