import * as z from 'zod/mini'
import { CustomerData } from './CustomerData'
import type { ObjectOf } from './RecordOf'
import { PortalOptions } from './PortalOptions'

const customer = {
  /** The customer of the portal. Records in it are upserted before the portal opens. */
  customer_data: z.optional(CustomerData),
}

/** The body of `POST /customers/create_portal`. */
export const CreatePortalRequest: ObjectOf<(typeof PortalOptions)['shape'] & typeof customer> = z.extend(
  PortalOptions,
  customer,
)
export type CreatePortalRequest = z.input<typeof CreatePortalRequest>
