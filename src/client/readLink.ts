import type { PortalLink } from '../schemas/PortalLink'
import { PortalError } from './PortalError'
import { readAnswer } from './readAnswer'

/**
 * Returns the link of a backend's answer to create_portal: under either of the vendor's two names, or the bare link.
 * Throws a PortalError for the vendor's error envelope. Unknown fields are kept.
 */
export function readLink(answer: unknown): PortalLink {
  const { customer_portal, magic_link } = readAnswer(answer) as Record<string, unknown>
  const link = (customer_portal ?? magic_link ?? answer) as PortalLink
  const { url, created_at, expires_at } = link
  if (typeof url !== 'string' || !url || !isTime(created_at) || !isTime(expires_at)) {
    throw new PortalError(
      'invalid_response',
      'The answer has no usable link. Answer with `customer_portal: { url, expires_at }`.',
    )
  }
  return link
}

function isTime(time = ''): boolean {
  return !time || Date.parse(time) > 0
}
