import * as z from 'zod/mini'
import { CreatePortalResponse } from '../schemas/CreatePortalResponse'
import type { PortalLink } from '../schemas/PortalLink'
import { portalUrlProblem } from '../wire/portalUrlProblem'
import { redact, Refusal } from './Refusal'
import { omitUndefined } from './clampOptions'
import type { ValidationErrors } from '../schemas/describeIssues'
import type { VendorReply } from './callVendor'

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

/** Throws when the vendor answered with an error. The browser gets the vendor's words only for fields that were sent. */
export function refuseVendorError({ status, headers, json, isEmpty }: VendorReply, sent: object): void {
  if (status < 400 && json === undefined && !isEmpty) {
    throw new Refusal('invalid_response', 'The access service gave an answer that cannot be read.', {
      reason: `The vendor answered ${status} with a body that is not JSON.`,
    })
  }
  if (status < 400 && at(json, 'ok') !== false) return
  const error = at(json, 'error')
  const reason = `The vendor answered ${status} ${text(at(error, 'type'))}: ${text(at(error, 'message'))}`
  if (status === 429) {
    throw new Refusal('rate_limited', 'The access service accepts no more requests for now.', {
      reason,
      retryAfter: readRetryAfter(headers.get('retry-after')),
    })
  }
  if (status === 400 && at(error, 'type') === 'invalid_input') {
    throw new Refusal('invalid_input', 'The access service refused these values.', {
      reason,
      fields: ownFields(at(error, 'validation_errors'), sent),
    })
  }
  throw new Refusal('vendor_error', 'The access service failed.', { reason })
}

function invalid(reason: string): Refusal {
  return new Refusal('invalid_response', 'The access service gave an answer that cannot be read.', { reason })
}

function readRetryAfter(value: string | null): string | undefined {
  if (value === null) return undefined
  if (/^\d{1,6}$/.test(value)) return value
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : new Date(date).toUTCString()
}

/** Keeps the part of the vendor's error tree that is about fields that were sent. */
function ownFields(tree: unknown, sent: unknown): ValidationErrors {
  const errors = at(tree, '_errors')
  const own = {
    _errors: Array.isArray(errors) ? errors.slice(0, 5).map((error) => redact(text(error))) : [],
  } as ValidationErrors
  if (sent === null || typeof sent !== 'object') return own
  for (const [name, value] of Object.entries(sent)) {
    const branch = at(tree, name)
    if (name !== '_errors' && branch !== null && typeof branch === 'object')
      own[name] = ownFields(branch, value)
  }
  return own
}

function at(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
