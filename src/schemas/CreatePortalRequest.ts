import * as z from 'zod/mini'
import { CustomerData } from './CustomerData'
import type { ObjectOf } from './RecordOf'
import { PortalOptions } from './PortalOptions'

const customer = {
  /** The customer of the portal. Records in it are upserted before the portal opens. */
  customer_data: z.optional(CustomerData),
}

// The vendor's text types this switch of its own staff, so a wrong value is refused. Our types do not offer it, and
// the handler never sends it.
const internal = { _dev: z.optional(z.boolean()) }

/** The body of `POST /customers/create_portal`. */
export const CreatePortalRequest: ObjectOf<(typeof PortalOptions)['shape'] & typeof customer> = z.extend(
  PortalOptions,
  { ...customer, ...internal },
)
export type CreatePortalRequest = z.input<typeof CreatePortalRequest>
