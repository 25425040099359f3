import * as z from 'zod/mini'
import { LOCALES } from '../wire/LOCALES'
import { DeepLink } from './DeepLink'
import { LandingPage } from './LandingPage'
import type { ObjectOf } from './RecordOf'
import { PortalFeatures } from './PortalFeatures'
import { Uuid } from './Uuid'

const filter = {
  /** The name of the fact. */
  field: z.string().check(
    z.regex(/^[a-zA-Z_]\w*$/, {
      error: 'Expected letters, digits and underscores, not beginning with a digit',
    }),
  ),
  /** The vendor knows one comparison. */
  operation: z.literal('='),
  /** Text and booleans are different values: `"true"` is not `true`. */
  value: z.union([z.string(), z.boolean()]),
}

/** One condition on `custom_metadata`: only records that meet it are shown. */
export const CustomerResourcesFilter: ObjectOf<typeof filter> = z.object(filter)
export type CustomerResourcesFilter = z.input<typeof CustomerResourcesFilter>

const options = {
  /** Lays the portal out for a frame: no header of its own. */
  is_embedded: z.optional(z.boolean()),
  /** Opens the portal on one resource. */
  deep_link: z.optional(DeepLink),
  /** The page the portal shows first. */
  landing_page: z.optional(LandingPage),
  /** The portal's language. */
  locale: z.optional(z.enum(LOCALES)),
  /** Which parts of the portal the customer sees. */
  features: z.optional(PortalFeatures),
  /** `restricted` hides the portal's navigation. It is a matter of looks, not of rights. */
  navigation_mode: z.optional(z.enum(['full', 'restricted'])),
  /** Hides the portal's own choice of language. */
  exclude_locale_picker: z.optional(z.boolean()),
  /** The customization profile, made in the vendor's console, that themes the portal. */
  customization_profile_id: z.optional(Uuid),
  /** Shows only listings and reservations whose `custom_metadata` meets all of these. The vendor enforces it. */
  customer_resources_filters: z.optional(z.array(CustomerResourcesFilter)),
  /** Lets the customer look and change nothing. The vendor enforces it. */
  read_only: z.optional(z.boolean()),
}

/**
 * How a portal looks and what it shows: the body of `POST /customers/create_portal` without the customer.
 * Nothing has a default here. What you leave out is not sent, and the vendor decides.
 */
export const PortalOptions: ObjectOf<typeof options> = z.object(options)
export type PortalOptions = z.input<typeof PortalOptions>
