import * as z from 'zod/mini'
import { PortalLink } from './PortalLink'
import { DateTime } from './DateTime'
import { Uuid } from './Uuid'

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

/** The vendor's `customer_portal` object with all of its fields. `magic_link` is an older name of the same object. */
export const CustomerPortal = z.looseObject({
  /** The portal's address. It holds a secret token. */
  url: z.url(),
  /** The customer of the portal. */
  customer_key: z.string(),
  /** When the vendor made the link. */
  created_at: DateTime,
  /** When the link expires. */
  expires_at: DateTime,
  /** The workspace of the portal. */
  workspace_id: Uuid,
})
export type CustomerPortal = z.output<typeof CustomerPortal>
