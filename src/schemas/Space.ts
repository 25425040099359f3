import * as z from 'zod/mini'
import { Location } from './Location'
import { type RecordOf, ResourceKey } from './RecordOf'

const TimeOfDay = z
  .string()
  .check(
    z.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'Expected a time such as 15:00 or 15:00:00' }),
  )

const nullableText = z.optional(z.nullable(z.string()))

const space = {
  /** Your identifier of the site it belongs to. */
  parent_site_key: z.optional(ResourceKey),
  /** How long one booking of the space lasts, in minutes, where it stands for a slot of fixed length. */
  duration_minutes: z.optional(
    z.number().check(
      z.refine((minutes) => Number.isInteger(minutes) && minutes > 0, {
        error: 'Expected a whole number above 0',
      }),
    ),
  ),
  /** Where it is. */
  geolocation: z.optional(
    z.object({
      /** In decimal degrees, north above 0. The vendor gives no range. */
      latitude: z.number(),
      /** In decimal degrees, east above 0. The vendor gives no range. */
      longitude: z.number(),
    }),
  ),
  /** What stays in this space have in common. */
  customer_data: z.optional(
    z.object({
      /** An IANA time zone such as `America/Los_Angeles`. */
      time_zone: nullableText,
      /** The postal address. */
      address: nullableText,
      /** When stays begin unless they say otherwise: `HH:mm` or `HH:mm:ss`, local time. */
      default_checkin_time: z.optional(z.nullable(TimeOfDay)),
      /** When stays end unless they say otherwise, in the same form. */
      default_checkout_time: z.optional(z.nullable(TimeOfDay)),
    }),
  ),
}

/** A general space: the vendor's common denominator of rooms, units and properties. */
export const Space: RecordOf<'space_key', typeof Location & typeof space> = z.object({
  space_key: ResourceKey,
  ...Location,
  ...space,
})
export type Space = z.input<typeof Space>
