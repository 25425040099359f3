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
  /** The only comparison that the vendor has. */
  operation: z.literal('='),
  /** Text or a boolean. The text `"true"` does not equal `true`. */
  value: z.union([z.string(), z.boolean()]),
}

/** A condition on `custom_metadata`. The portal shows only the records that meet it. */
export const CustomerResourcesFilter: ObjectOf<typeof filter> = z.object(filter)
export type CustomerResourcesFilter = z.input<typeof CustomerResourcesFilter>

const options = {
  /** Shows the portal without its own header, for use in a frame. */
  is_embedded: z.optional(z.boolean()),
  /** Opens the portal on one resource. */
  deep_link: z.optional(DeepLink),
  /** The page that the portal shows first. */
  landing_page: z.optional(LandingPage),
  /** The portal's language. */
  locale: z.optional(z.enum(LOCALES)),
  /** The parts of the portal that the customer sees. */
  features: z.optional(PortalFeatures),
  /** `restricted` hides the portal's navigation. It does not limit what the customer may do. */
  navigation_mode: z.optional(z.enum(['full', 'restricted'])),
  /** Hides the portal's own language menu. */
  exclude_locale_picker: z.optional(z.boolean()),
  /** The customization profile that themes the portal. Make profiles in the vendor's console. */
  customization_profile_id: z.optional(Uuid),
  /** Shows only property listings and reservations whose `custom_metadata` meets all conditions. The vendor enforces it. */
  customer_resources_filters: z.optional(z.array(CustomerResourcesFilter)),
  /** Lets the customer see everything and change nothing. The vendor enforces it. */
  read_only: z.optional(z.boolean()),
}

/**
 * How a portal looks and what it shows: the body of `POST /customers/create_portal` without the customer.
 * These schemas have no defaults. A field that you leave out is not sent, and the vendor decides.
 */
export const PortalOptions: ObjectOf<typeof options> = z.object(options)
export type PortalOptions = z.input<typeof PortalOptions>
