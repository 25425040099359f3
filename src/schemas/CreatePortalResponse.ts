import * as z from 'zod/mini'
import { PortalLink } from './PortalLink'

/**
 * What `POST /customers/create_portal` answers: the link as `customer_portal`, as `magic_link` (its older name), or
 * as both. Fields we do not know are kept.
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
