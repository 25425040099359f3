import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CreatePortalInput } from './createPortalClient'

/** Writes the shorthand `customer_key` as the vendor's `customer_data.customer_key`; what is said in full wins. */
export function expandCustomerKey({
  customer_key,
  customer_data,
  ...rest
}: CreatePortalInput): CreatePortalRequest {
  return {
    ...rest,
    customer_data: customer_data ?? (customer_key === undefined ? undefined : { customer_key }),
  }
}
