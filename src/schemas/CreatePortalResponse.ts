import * as z from 'zod/mini'
import { PortalLink } from './PortalLink'

/**
 * The answer of `POST /customers/create_portal`. It has the link as `customer_portal`, as `magic_link` (the older
 * name), or as both. Unknown fields are kept.
 */
export const CreatePortalResponse = z
  .looseObject({
    customer_portal: z.optional(PortalLink),
    magic_link: z.optional(PortalLink),
    ok: z.optional(z.boolean()),
  })
  .check(
    z.refine((answer) => answer.customer_portal !== undefined || answer.magic_link !== undefined, {
      error: 'Expected customer_portal or magic_link',
    }),
  )
export type CreatePortalResponse = z.output<typeof CreatePortalResponse>
