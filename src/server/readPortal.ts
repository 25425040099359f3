import * as z from 'zod/mini'
import { CreatePortalResponse } from '../schemas/CreatePortalResponse'
import type { PortalLink } from '../schemas/PortalLink'
import { portalUrlProblem } from '../wire/portalUrlProblem'
import { Refusal } from './Refusal'
import { omitUndefined } from './omitUndefined'

/** Reads the portal link from the vendor's answer. Keeps what the browser needs, and refuses a link that is not safe. */
export function readPortal(
  json: unknown,
  customer_key: string | undefined,
  origins?: readonly string[],
): PortalLink {
  const answer = z.safeParse(CreatePortalResponse, json)
  const link = answer.success ? (answer.data.customer_portal ?? answer.data.magic_link) : undefined
  if (!link) throw invalid('The vendor answered without a portal link.')
  if (link.customer_key !== undefined && link.customer_key !== customer_key) {
    throw invalid('The vendor answered with a portal of another customer.')
  }
  const problem = portalUrlProblem(link.url, origins)
  if (problem) {
    throw new Refusal('portal_url_refused', 'The portal has an address that may not be opened.', {
      reason: `The portal's address is refused: ${problem}. List its origin in \`portalOrigins\` if it is right.`,
    })
  }
  return omitUndefined({
    url: link.url,
    customer_key: link.customer_key,
    created_at: link.created_at,
    expires_at: link.expires_at,
  })
}

function invalid(reason: string): Refusal {
  return new Refusal('invalid_response', 'The access service gave an answer that cannot be read.', { reason })
}
