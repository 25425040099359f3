/** The allowed origins of portals by default: the vendor's portal and its short links. */
export const PORTAL_ORIGINS: readonly string[] = ['https://partner-ui.seam.vc', 'https://se.am']

const NO_ADDRESS = 'it is not a whole, plain address of at most 2048 characters'
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Returns what is wrong with a portal's address, or `undefined` when it may be opened.
 * An address passes when all of this holds: it is https, or http on loopback; it has no user name and no password;
 * its origin is one of `origins`. The host's own origin also passes only when it is listed.
 * The returned words hold the origin at most, because the rest of the address is a secret.
 */
export function portalUrlProblem(
  url: unknown,
  origins: readonly string[] = PORTAL_ORIGINS,
): string | undefined {
  // The URL parser removes tabs, newlines and outer blanks, so it would read another address than this text shows.
  // oxlint-disable-next-line eslint/no-control-regex -- these are the characters to refuse
  if (typeof url !== 'string' || url.length > 2048 || /[\u0000-\u0020\u007f\\]/.test(url)) return NO_ADDRESS
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return NO_ADDRESS
  }
  const { protocol, hostname, origin, username, password } = parsed
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname))) {
    return `it begins with ${protocol} and not https:`
  }
  if (username || password) return 'it holds a user name'
  if (!origins.includes(origin)) return `${origin} is not among portalOrigins`
  return undefined
}

/** The directives of a content security policy that let a page show a portal, each with its sources. */
export interface PortalDirectives {
  /** The portal may be shown in a frame. */
  'frame-src': string[]
  /** The page may call a backend of its own origin, and ask whether a portal's origin answers. */
  'connect-src': string[]
}

/** Returns what a page's content security policy must allow, for portals at these origins. */
export function portalDirectives(origins: readonly string[] = PORTAL_ORIGINS): PortalDirectives {
  return { 'frame-src': [...origins], 'connect-src': ["'self'", ...origins] }
}

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
