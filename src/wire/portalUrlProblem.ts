/** Where portals live unless a host says otherwise: the vendor's portal, and its short links. */
export const PORTAL_ORIGINS: readonly string[] = ['https://partner-ui.seam.vc', 'https://se.am']

const NO_ADDRESS = 'it is not a whole, plain address of at most 2048 characters'
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Says what is wrong with a portal's address, or nothing when it may be opened.
 * An address passes when it is https (or http on loopback), carries no user name or password, and its origin equals
 * a listed one. The host's own origin passes only when it is listed like any other.
 * The sentence names the origin at most: the rest of the address is a secret.
 */
export function portalUrlProblem(
  url: unknown,
  origins: readonly string[] = PORTAL_ORIGINS,
): string | undefined {
  // The parser drops tabs and newlines wherever they stand and blanks at the ends; an honest address has none.
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
