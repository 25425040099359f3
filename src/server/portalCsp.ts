import { type PortalDirectives, portalDirectives } from '../wire/portalDirectives'

/**
 * Gives the directives that your page's content security policy needs, by name: `frame-src` and `connect-src`.
 * Add their sources to yours. `npx react-seam-portal doctor --page` checks the page for the same.
 *
 * `origins` are the origins where portals may be. Without it, they are the vendor's two. Where the proxy is on another
 * origin than the page, add that origin to `connect-src` as well.
 * Throws when an origin is not a plain origin, because a policy with a wrong source blocks without a word.
 *
 * @example
 * const policy = Object.entries(portalCsp()).map(([name, sources]) => `${name} ${sources.join(' ')}`).join('; ')
 */
export function portalCsp(origins?: readonly string[]): PortalDirectives {
  for (const [index, origin] of origins?.entries() ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(
        `\`origins[${index}]\` of portalCsp is not a plain origin, so a browser would not find the portal in the policy. Give scheme and host alone, such as https://portal.example.com.`,
      )
    }
  }
  return portalDirectives(origins)
}
