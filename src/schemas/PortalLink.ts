import * as z from 'zod/mini'
import { DateTime } from './DateTime'

/**
 * A link to a portal, with the fields that opening it needs. Its `url` gives access to the portal: keep it secret.
 * Only `url` is required, because the vendor's answers differ in the other fields.
 */
export const PortalLink = z.looseObject({
  /** The portal's address. It holds a secret token. */
  url: z.string().check(z.minLength(1)),
  /** The customer of the portal. */
  customer_key: z.optional(z.string()),
  /** When the vendor made the link, by the vendor's clock. */
  created_at: z.optional(DateTime),
  /** When the link expires, by the vendor's clock. */
  expires_at: z.optional(DateTime),
})
/** A link to a portal, with the fields that opening it needs. Its `url` gives access to the portal: keep it secret. */
export interface PortalLink {
  /** The portal's address. It holds a secret token. */
  url: string
  /** The customer of the portal. */
  customer_key?: string | undefined
  /** When the vendor made the link, by the vendor's clock. */
  created_at?: string | undefined
  /** When the link expires, by the vendor's clock. */
  expires_at?: string | undefined
}
