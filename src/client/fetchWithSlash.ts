/** Whether the addresses of a backend end with a slash, as far as its redirects have shown. */
export interface FinalSlash {
  isNeeded: boolean
}

/**
 * Sends a request. After a redirect, sends it once more to the same address with the final slash added or removed, and
 * remembers which one was answered. Some servers redirect every address to one of the two, such as Next.js with
 * `trailingSlash`. It never follows the redirect itself: that could send the body to another origin.
 */
export async function fetchWithSlash(
  address: URL,
  slash: FinalSlash,
  send: (url: URL) => Promise<Response>,
): Promise<Response> {
  const first = await send(withSlash(address, slash.isNeeded))
  if (!isRedirect(first)) return first
  const second = await send(withSlash(address, !slash.isNeeded))
  // A login redirect may cover one of the two addresses only, and the other one is not found.
  if (isRedirect(second) || second.status === 404) return first
  slash.isNeeded = !slash.isNeeded
  return second
}

/** Whether an answer is a redirect. Browsers hide its status and its target. */
export function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}

function withSlash(address: URL, isNeeded: boolean): URL {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/\/*$/, isNeeded ? '/' : '')
  return url
}
