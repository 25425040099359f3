import * as z from 'zod/mini'
import { CustomerData } from './CustomerData'
import type { ObjectOf } from './RecordOf'
import { PortalOptions } from './PortalOptions'

const customer = {
  /** Whose portal it is, and records to upsert before it opens. */
  customer_data: z.optional(CustomerData),
}

/** The body of `POST /customers/create_portal`. */
export const CreatePortalRequest: ObjectOf<(typeof PortalOptions)['shape'] & typeof customer> = z.extend(
  PortalOptions,
  customer,
)
export type CreatePortalRequest = z.input<typeof CreatePortalRequest>
