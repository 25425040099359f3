import type { PortalLink } from '../schemas/PortalLink'
import { PortalError } from './PortalError'
import { readAnswer } from './readAnswer'

/**
 * Finds the link in whatever a backend answers to create_portal: the vendor's answer under either of its names, the
 * bare link, or the error envelope, which is thrown. Unknown fields are kept.
 */
export function readLink(answer: unknown): PortalLink {
  const { customer_portal, magic_link } = readAnswer(answer) as Record<string, unknown>
  const link = (customer_portal ?? magic_link ?? answer) as PortalLink
  const { url, created_at, expires_at } = link
  // A time that cannot be read is no time: NaN is the one number that differs from itself.
  const isTime = (time = 0) => +new Date(time) === +new Date(time)
  if (typeof url !== 'string' || !url || ![created_at, expires_at].every((time) => isTime(time as never))) {
    throw new PortalError(
      'invalid_response',
      'There is no usable link. Answer with customer_portal: { url, expires_at }.',
    )
  }
  return link
}
