import * as z from 'zod/mini'
import { DateTime } from './DateTime'
import { Uuid } from './Uuid'

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
