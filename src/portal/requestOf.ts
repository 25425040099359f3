import { type CreatePortalInput, expandCustomerKey } from '../client/createPortalClient'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'

/**
 * The body of create_portal: `is_embedded` of the presentation, then the provider's options, then the part's props.
 * A later value wins. An undefined value is not sent.
 */
export function requestOf(
  is_embedded: boolean | undefined,
  options: CreatePortalInput,
  wire: CreatePortalInput,
): CreatePortalRequest {
  // Each by itself: a part's `customer_key` wins over the `customer_data` of the provider.
  const fields = [{ is_embedded }, options, wire].flatMap((part) => Object.entries(expandCustomerKey(part)))
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined))
}
