import type { Outcome, SeenLink } from './ProxyEvidence'

/** The link in an answer to create_portal, as the client of this package finds it. */
export function linkOf(outcome: Outcome): SeenLink | undefined {
  if ('failure' in outcome || outcome.status >= 300) return undefined
  const json = outcome.json as Record<string, SeenLink | undefined> | null | undefined
  const link = json?.customer_portal ?? json?.magic_link ?? (json as unknown as SeenLink | null | undefined)
  return typeof link?.url === 'string' ? link : undefined
}
