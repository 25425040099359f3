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
  const [ours, theirs, own] = [{ is_embedded }, options, wire].map((part) =>
    expandCustomerKey(omitUndefined(part)),
  )
  return { ...ours, ...theirs, ...own }
}

function omitUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
