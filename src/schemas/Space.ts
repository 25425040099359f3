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
  /** Your key for the site of the space. */
  parent_site_key: z.optional(ResourceKey),
  /** The length of one booking in minutes, when the space has bookings of a fixed length. */
  duration_minutes: z.optional(
    z.number().check(
      z.refine((minutes) => Number.isInteger(minutes) && minutes > 0, {
        error: 'Expected a whole number above 0',
      }),
    ),
  ),
  /** The position of the space. */
  geolocation: z.optional(
    z.object({
      /** In decimal degrees. North is positive. The vendor documents no limits. */
      latitude: z.number(),
      /** In decimal degrees. East is positive. The vendor documents no limits. */
      longitude: z.number(),
    }),
  ),
  /** Facts and defaults for all stays in the space. */
  customer_data: z.optional(
    z.object({
      /** An IANA time zone such as `America/Los_Angeles`. */
      time_zone: nullableText,
      /** The postal address. */
      address: nullableText,
      /** When a stay begins if it has no time of its own: `HH:mm` or `HH:mm:ss`, in local time. */
      default_checkin_time: z.optional(z.nullable(TimeOfDay)),
      /** When a stay ends if it has no time of its own, in the same form. */
      default_checkout_time: z.optional(z.nullable(TimeOfDay)),
    }),
  ),
}

/** A general space: a place of any kind, such as a room, a unit or a property. */
export const Space: RecordOf<'space_key', typeof Location & typeof space> = z.object({
  space_key: ResourceKey,
  ...Location,
  ...space,
})
export type Space = z.input<typeof Space>
