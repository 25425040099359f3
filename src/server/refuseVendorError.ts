import type { ValidationErrors } from '../schemas/describeIssues'
import type { VendorReply } from './callVendor'
import { redact, Refusal } from './Refusal'

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
