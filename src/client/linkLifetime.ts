import type { PortalLink } from '../schemas/PortalLink'

// Registered for all copies of this package on a page. A spread copies the property; JSON leaves it out, and rightly:
// a link that was written down has waited for an unknown time.
const SERVER_NOW = Symbol.for('react-seam-portal/server-now')

/** A link, and the server's clock when it answered, in milliseconds since 1970. */
type DatedLink = PortalLink & { [SERVER_NOW]?: number }

/**
 * Gives the link with the time of the answer's `Date` header in it. Without a `Date` it gives the link as it is, and on
 * a server too: a server component passes the link on, and React warns of an object with a symbol.
 */
export function dateLink(link: PortalLink, serverNow: number): PortalLink {
  const isUsedHere = typeof document !== 'undefined'
  const dated: DatedLink = serverNow && isUsedHere ? { ...link, [SERVER_NOW]: serverNow } : link
  return dated
}

/**
 * Starts to count down how long a link still works, in milliseconds. Call it when the link arrives. It does not trust
 * this machine's clock: it takes what was left by the server's clock, less the time since.
 * Without the server's time, the link's `created_at` stands in. A link without `expires_at` never ends.
 */
export function linkLifetime(link: DatedLink): () => number {
  const wall = Date.now()
  const monotonic = performance.now()
  const serverNow = link[SERVER_NOW] || Date.parse(link.created_at ?? '') || wall
  const left = Date.parse(link.expires_at ?? '') - serverNow
  return () =>
    Number.isNaN(left)
      ? Infinity
      : // The monotonic clock may stand still while a laptop sleeps, and a user may set the wall clock back.
        left - Math.max(Date.now() - wall, performance.now() - monotonic)
}
