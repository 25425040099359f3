import * as z from 'zod/mini'
import { CustomMetadata } from './CustomMetadata'
import { DateTime } from './DateTime'
import { LocationKeys } from './Location'
import { type RecordOf, ResourceKey } from './RecordOf'

const text = z.optional(z.string())

const stay = {
  /** Your name for the stay. */
  name: text,
  /** When access begins. Send UTC with a `Z`: the vendor has refused offsets. */
  starts_at: z.optional(DateTime),
  /** When access ends, in the same form. */
  ends_at: z.optional(DateTime),
  /** The PIN to prefer when a code is made for the stay. */
  preferred_code: text,
  /** Who stays, when it is a guest. Name one of these five; the vendor does not check that it is one. */
  guest_key: text,
  /** Who stays, when it is a tenant. */
  tenant_key: text,
  /** Who stays, when it is a resident. */
  resident_key: text,
  /** Who stays, when it is a user of your product. */
  user_key: text,
  /** Who stays, when it is a user identity. */
  user_identity_key: text,
}

const facts = {
  /** Your own facts about the reservation, for `customer_resources_filters`. */
  custom_metadata: z.optional(CustomMetadata),
}

/**
 * What every kind of stay has: who may open which places, and when.
 * There is no property_listing_keys here: the vendor takes those under space_keys.
 */
const Stay: typeof stay & typeof LocationKeys = { ...stay, ...LocationKeys }

/** A grant of access that is no reservation or booking. */
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

/** A reservation, with facts of yours that portals can be filtered by. */
export const Reservation: RecordOf<'reservation_key', typeof Stay & typeof facts> = z.object({
  reservation_key: ResourceKey,
  ...Stay,
  ...facts,
})
export type Reservation = z.input<typeof Reservation>
