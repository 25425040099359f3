/**
 * Says why a request may come from a page that is not ours, or nothing when it does not.
 * A listed Origin passes, `Origin: null` never does. Then the browser's own word counts, `Sec-Fetch-Site`. Without it
 * (old browsers, plain http) the Origin has to be the request's own host. With neither there is no browser behind it,
 * unless a cookie came along.
 */
export function originProblem(request: Request, origins: readonly string[]): string | undefined {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === 'null') return 'its Origin is null'
  if (origin !== null && origins.includes(origin)) return undefined
  if (site !== null) return site === 'same-origin' ? undefined : 'another site sent it'
  if (origin !== null) return isOwn(origin, request.url) ? undefined : 'another origin sent it'
  return request.headers.has('cookie') ? 'it has cookies and does not say which page sent it' : undefined
}

// Behind a TLS terminator the request's own URL says http: where the page says https:. The reverse is a page that
// anybody on the network could have written.
function isOwn(origin: string, url: string): boolean {
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  const here = new URL(url)
  return page.host === here.host && (page.protocol === here.protocol || page.protocol === 'https:')
}
