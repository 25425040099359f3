import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { PortalSession } from './createPortalSession'

/** Links prefetched in one minute, for a pointer that moves over a long list: each is a session at the vendor's. */
const MOST = 10

/**
 * Makes a link before the user asks for it. Returns false when it may not: the user is signed out or saves data, the
 * request would write records, or ten links were prefetched in the last minute.
 */
export function prefetchLink(session: PortalSession, request: CreatePortalRequest): boolean {
  const { links, isSignedIn, prefetched } = session
  // Also with a server-made link: one that does not come is asked for.
  if (Object.keys(request.customer_data ?? {}).some((name) => name !== 'customer_key')) return false
  const entry = links.entry(request)
  // A server-made link costs no request, so it is read whatever else holds.
  if (!entry.hasInitial()) {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } }
    if (!isSignedIn || links.unauthorized || connection?.saveData) return false
    if (entry.fetching || entry.isFresh()) return true
    const now = performance.now()
    if (now - (prefetched.at(-MOST) ?? -Infinity) < 60_000) return false
    prefetched.push(now)
    preconnect(session.config().portalOrigins)
  }
  links.fetch(request).catch(() => {})
  return true
}

// Only origins, which are the same for all users.
const connected = new Set<string>()

/** Opens connections to origins before a frame needs them, once per page and origin. It sends no request. */
function preconnect(origins: readonly string[]): void {
  for (const origin of origins) {
    if (connected.has(origin)) continue
    connected.add(origin)
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: origin }))
  }
}
