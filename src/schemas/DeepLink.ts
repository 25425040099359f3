import * as z from 'zod/mini'

/**
 * The resource that the portal opens on: a reservation or a space by your key, or a device by the vendor's id.
 * The portal opens the resource itself, whereas `landing_page` opens a page about it.
 */
export const DeepLink = z.discriminatedUnion('resource_type', [
  z.object({
    /** The kind of a record that you pushed. */
    resource_type: z.enum(['reservation', 'space']),
    /** Your key for the record. */
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
