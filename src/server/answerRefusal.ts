import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { answerJson, type PortalAnswer } from './PortalAnswer'
import type { Refusal } from './Refusal'

/** The answer to a refused request, in the vendor's envelope. */
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
    // Nobody reads the answer to a request that was given up. 499 is what servers write down for it.
    PORTAL_ERRORS[code].status || 499,
  )
}
