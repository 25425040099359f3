import * as z from 'zod/mini'
import { CustomerData } from './CustomerData'
import { PortalOptions } from './PortalOptions'

/** The body of `POST /customers/create_portal`. */
export const CreatePortalRequest = z.extend(PortalOptions, {
  /** Whose portal it is, and records to upsert before it opens. */
  customer_data: z.optional(CustomerData),
})
export type CreatePortalRequest = z.input<typeof CreatePortalRequest>
