import * as z from 'zod/mini'
import { DateTime } from './DateTime'

/**
 * A link to a portal, as much of it as opening one needs. The `url` opens doors: treat it as a password.
 * Only `url` must be there, since the vendor's own answers differ in the rest.
 */
export const PortalLink = z.looseObject({
  /** The portal's address, with its token. */
  url: z.string().check(z.minLength(1)),
  /** Whose portal it is. */
  customer_key: z.optional(z.string()),
  /** When the link was made, by the vendor's clock. */
  created_at: z.optional(DateTime),
  /** When the link stops working, by the vendor's clock. */
  expires_at: z.optional(DateTime),
})
/** A link to a portal, as much of it as opening one needs. The `url` opens doors: treat it as a password. */
export interface PortalLink {
  /** The portal's address, with its token. */
  url: string
  /** Whose portal it is. */
  customer_key?: string | undefined
  /** When the link was made, by the vendor's clock. */
  created_at?: string | undefined
  /** When the link stops working, by the vendor's clock. */
  expires_at?: string | undefined
}
