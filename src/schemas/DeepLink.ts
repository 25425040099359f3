import * as z from 'zod/mini'

/** The one resource the portal opens on: a reservation or a space by your key, or a device by the vendor's id. */
export const DeepLink = z.discriminatedUnion('resource_type', [
  z.object({ resource_type: z.enum(['reservation', 'space']), resource_key: z.string() }),
  z.object({ resource_type: z.literal('device'), resource_id: z.string() }),
])
export type DeepLink = z.input<typeof DeepLink>
