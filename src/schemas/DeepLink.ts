import * as z from 'zod/mini'

/**
 * The one resource the portal opens on: a reservation or a space by your key, or a device by the vendor's id.
 * It differs from `landing_page` in that the portal goes straight to the resource, not to a page about it.
 */
export const DeepLink = z.discriminatedUnion('resource_type', [
  z.object({
    /** A record you pushed. */
    resource_type: z.enum(['reservation', 'space']),
    /** Your identifier of the record. */
    resource_key: z.string(),
  }),
  z.object({
    /** A lock, thermostat or other device. */
    resource_type: z.literal('device'),
    /** The vendor's `device_id`. */
    resource_id: z.string(),
  }),
])
export type DeepLink = z.input<typeof DeepLink>
