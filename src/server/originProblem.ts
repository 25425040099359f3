import type { IncomingRequest } from './IncomingRequest'
import type { PortalHandlerOptions } from './PortalHandlerOptions'
import type { PortalAnswer } from './PortalAnswer'

/** Decides whether pages of an origin may call the handler. */
export type OriginRule = (origin: string) => boolean

/** Makes one rule from the option `origins`. A function decides with `true` alone, and sees well-formed origins only. */
export function toOriginRule(origins: PortalHandlerOptions['origins'] = []): OriginRule {
  if (typeof origins !== 'function') return (origin) => origins.includes(origin)
  return (origin) => isOrigin(origin) && (origins(origin) as unknown) === true
}

/** Whether a text is an origin as browsers send it: `scheme://host`, and the port unless it is the default. */
export function isOrigin(text: string): boolean {
  const scheme = ORIGIN.exec(text)?.[1]
  if (scheme === undefined) return false
  if (!/^https?$/.test(scheme)) return scheme === scheme.toLowerCase()
  return URL.canParse(text) && new URL(text).origin === text
}

/**
 * Says why a page of another site may have sent the request. Gives undefined when the request may go on.
 *
 * A listed `Origin` passes. `Origin: null` never passes. Otherwise `Sec-Fetch-Site` decides, which the browser sets.
 * Old browsers and pages on plain http do not send it: then the `Origin` must be the request's own host. A request
 * with neither header comes from a program, not from a browser; it passes unless it has cookies.
 */
export function originProblem({ header, url }: IncomingRequest, isListed: OriginRule): string | undefined {
  const origin = header('origin')
  const site = header('sec-fetch-site')
  if (origin === 'null') return 'its Origin is null'
  if (origin !== null && isListed(origin)) return undefined
  if (site !== null) return site === 'same-origin' ? undefined : 'another site sent it'
  if (origin !== null) return isOwn(origin, url) ? undefined : 'another origin sent it'
  return header('cookie') !== null ? 'it has cookies and does not say which page sent it' : undefined
}

/** Gives the headers that let a page of a listed origin read the answer. Other origins get `vary` only. */
export function crossOriginHeaders(
  { header }: IncomingRequest,
  isListed: OriginRule,
): Record<string, string> {
  const origin = header('origin')
  if (origin === null || origin === 'null' || !isListed(origin)) return { vary: 'Origin' }
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-request-id, retry-after, date',
  }
}

/** Answers the preflight request of a listed origin. Gives undefined for any other request. */
export function answerPreflight(
  { method, header }: IncomingRequest,
  headers: Record<string, string>,
): PortalAnswer | undefined {
  if (method !== 'OPTIONS' || !('access-control-allow-origin' in headers)) return undefined
  const wanted = header('access-control-request-headers') ?? ''
  return {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': /^[\w\-, ]+$/.test(wanted) ? wanted : 'content-type',
      'access-control-max-age': '600',
    },
  }
}

/** Says which page sent a preflight that was not answered. Gives undefined for any other request. */
export function preflightProblem({ method, header }: IncomingRequest): string | undefined {
  const origin = header('origin') ?? ''
  if (method !== 'OPTIONS' || header('access-control-request-method') === null) return undefined
  return isOrigin(origin) ? `A page of ${origin} asked, and it is not in \`origins\`.` : undefined
}

const ORIGIN = /^([a-z][a-z0-9+.-]*):\/\/(?:[\w.~%-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

// Where another server ends TLS, the request's own address says http: for a page on https:. The reverse is refused:
// on plain http a person on the network can write a page.
function isOwn(origin: string, here: URL): boolean {
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  return page.host === here.host && (page.protocol === here.protocol || page.protocol === 'https:')
}
