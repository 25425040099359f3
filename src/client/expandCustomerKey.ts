import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CreatePortalInput } from './createPortalClient'

/** Writes the shorthand `customer_key` as the vendor's `customer_data.customer_key`. A given `customer_data` wins. */
export function expandCustomerKey({ customer_key, ...request }: CreatePortalInput): CreatePortalRequest {
  return customer_key === undefined || request.customer_data
    ? request
    : { ...request, customer_data: { customer_key } }
}
