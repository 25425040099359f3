import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import type { Refusal } from './Refusal'

/** What the handler answers, before it becomes a `Response` or is sent by Node. */
export interface PortalAnswer {
  status: number
  headers: Record<string, string>
  /** The whole body. Undefined where the answer has none. */
  body?: string
}

/** Makes an answer with a JSON body. */
export function answerJson(json: object, headers: Record<string, string>, status = 200): PortalAnswer {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) }
}

/** Makes the answer to a refused request, in the vendor's error envelope. */
export function answerRefusal(
  { code, message, details: { fields, retryAfter } }: Refusal,
  headers: Record<string, string>,
): PortalAnswer {
  const error = { type: code, message, ...(fields && { validation_errors: fields }) }
  return answerJson(
    { error, ok: false },
    {
      ...headers,
      ...(code === 'method_not_allowed' && { allow: 'POST' }),
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    },
    // The client has disconnected, so it cannot read this answer. Servers log 499 for it.
    PORTAL_ERRORS[code].status || 499,
  )
}
