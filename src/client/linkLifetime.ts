import type { PortalLink } from '../schemas/PortalLink'

const lifetimes = new WeakMap<PortalLink, () => number>()

/**
 * Tells how much longer a link works, in milliseconds, without trusting this machine's clock: what was left when it
 * arrived, less the time since. `serverNow` is the answer's Date; without it the link's own `created_at` stands in.
 * A link that does not say when it expires works for ever, as far as anyone here can know.
 */
export function linkLifetime(link: PortalLink, serverNow?: number): () => number {
  let remaining = lifetimes.get(link)
  if (!remaining) {
    const wall = Date.now()
    const monotonic = performance.now()
    const left = Date.parse(link.expires_at ?? '') - (serverNow || Date.parse(link.created_at ?? '') || wall)
    // The monotonic clock may stand still while a laptop sleeps, and the wall clock may be set back: the larger is true.
    remaining = () =>
      Number.isNaN(left) ? Infinity : left - Math.max(Date.now() - wall, performance.now() - monotonic)
    lifetimes.set(link, remaining)
  }
  return remaining
}
