import type { PortalLink } from '../schemas/PortalLink'

// All copies of this package on a page share the symbol. A spread copies the property, and JSON omits it: a link that
// was stored has waited for an unknown time.
const SERVER_NOW = Symbol.for('react-seam-portal/server-now')

/** A link, and the time of the server's clock when it answered, in milliseconds since 1970. */
type DatedLink = PortalLink & { [SERVER_NOW]?: number }

/**
 * Returns the link with the time of the answer's `Date` header in it. Without a `Date`, it returns the link itself. So
 * it does on a server: a server component may pass the link on, and React warns about an object with a symbol.
 */
export function dateLink(link: PortalLink, serverNow: number): PortalLink {
  const isUsedHere = typeof document !== 'undefined'
  const dated: DatedLink = serverNow && isUsedHere ? { ...link, [SERVER_NOW]: serverNow } : link
  return dated
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
    const left = Date.parse(link.expires_at ?? '') - serverNow
    return Number.isNaN(left)
      ? Infinity
      : // The monotonic clock may stop while a laptop sleeps, and a user may set the wall clock back.
        left - Math.max(Date.now() - wall, performance.now() - monotonic)
  }
}
