import type { PortalLink } from '../schemas/PortalLink'

// All copies of this package on a page share the symbol. A spread copies the property, and JSON omits it: a link that
// was stored has waited for an unknown time.
const SERVER_NOW = Symbol.for('react-seam-portal/server-now')

/** A link, and the time of the server's clock when it answered, in milliseconds since 1970. */
type DatedLink = PortalLink & { [SERVER_NOW]?: number }

/**
 * Writes the time of the answer's `Date` header into a link, if there was one. On a server it does not: a server
 * component may pass the link on, and React warns about an object with a symbol.
 */
export function dateLink(link: DatedLink, serverNow: number): PortalLink {
  if (serverNow && typeof document !== 'undefined') link[SERVER_NOW] = serverNow
  return link
}

/**
 * Returns a function that gives how long a link still works, in milliseconds. Call it when the link arrives.
 * This machine's clock may be wrong. So it takes the time that was left by the server's clock, and subtracts the time
 * since. Without the server's time it uses the link's `created_at`. A link without `expires_at` never ends.
 */
export function linkLifetime(link: DatedLink): () => number {
  const wall = Date.now()
  const monotonic = performance.now()
  const serverNow = link[SERVER_NOW] || Date.parse(link.created_at ?? '') || wall
  return () => {
    // Read each time: `expireLinks` of react-seam-portal/testing writes a new end into the link.
    const end = Date.parse(link.expires_at ?? '') || Infinity
    // The monotonic clock may stop while a laptop sleeps, and a user may set the wall clock back.
    const elapsed = Math.max(Date.now() - wall, performance.now() - monotonic)
    return end - serverNow - elapsed
  }
}
