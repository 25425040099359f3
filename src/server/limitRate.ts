import type { PortalHandlerOptions, RateLimitDetails } from './PortalHandlerOptions'
import { Refusal } from './Refusal'

/** Asks the host whether this call may be made now, and refuses it unless the answer is a plain yes. */
export async function limitRate(
  rateLimit: PortalHandlerOptions['rateLimit'],
  details: RateLimitDetails,
): Promise<void> {
  if (!rateLimit) return
  const verdict = await rateLimit(details)
  const { ok, retryAfter = Number.NaN } = typeof verdict === 'object' ? verdict : { ok: verdict }
  if (ok === true) return
  throw new Refusal('rate_limited', 'There were too many requests.', {
    retryAfter: retryAfter >= 0 ? String(Math.ceil(retryAfter)) : undefined,
  })
}
