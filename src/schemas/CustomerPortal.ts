import * as z from 'zod/mini'
import { DateTime } from './DateTime'
import { Uuid } from './Uuid'

/** The vendor's `customer_portal` object, whole. Its `magic_link` is the same under an older name. */
export const CustomerPortal = z.looseObject({
  /** The portal's address, with its token. */
  url: z.url(),
  /** Whose portal it is. */
  customer_key: z.string(),
  /** When the link was made. */
  created_at: DateTime,
  /** When the link stops working. */
  expires_at: DateTime,
  /** The workspace it belongs to. */
  workspace_id: Uuid,
})
export type CustomerPortal = z.output<typeof CustomerPortal>
