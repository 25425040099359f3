import { OPERATIONS } from '../wire/OPERATIONS'
import { type Answer, headerOf } from './Answer'
import { CallFailure, type Call, type Caller } from './createCaller'
import { linkOf } from './linkOf'
import type { Outcome, Probes, ProxyEvidence } from './ProxyEvidence'
import type { DoctorArguments } from './readArguments'

/** A customer that does not exist: a proxy that opens a portal for it lets the browser choose the customer. */
export const FOREIGN_CUSTOMER = 'doctor-foreign-customer'

/** An origin that does not exist: `.invalid` never resolves. */
export const FOREIGN_ORIGIN = 'https://doctor.invalid'

const WISH = { is_embedded: true, locale: 'en-US' }
const JSON_TYPE = { 'content-type': 'application/json' }

/**
 * Sends the proxy what a browser sends, and then what a browser must not get away with.
 * Throws a `CallFailure` when the first request has no answer.
 */
export async function examineProxy(
  call: Caller,
  { proxy, page, headers: given }: DoctorArguments,
): Promise<ProxyEvidence> {
  const pageOrigin = (page ?? proxy).origin
  const own = {
    accept: '*/*',
    origin: pageOrigin,
    'sec-fetch-site': pageOrigin === proxy.origin ? 'same-origin' : siteOf(pageOrigin, proxy.origin),
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  }
  const ask: Call = {
    url: new URL(proxy.href + OPERATIONS.create_portal.path),
    headers: { ...own, ...JSON_TYPE, ...given },
    body: JSON.stringify(WISH),
  }
  let base = await call(ask)
  const toggled = toggledSlash(base, ask.url)
  if (toggled) {
    ask.url = toggled
    base = await call(ask)
  }
  const link = linkOf(base)
  const evidence = {
    url: ask.url,
    hasSession: Object.keys(given).length > 0,
    base,
    isSlashNeeded: toggled !== undefined,
    pageOrigin,
    link,
  }
  const attempt = (change: Partial<Call>) => outcomeOf(call, { ...ask, ...change })
  const pagePreflight =
    pageOrigin === proxy.origin
      ? undefined
      : await attempt(preflight(ask.url, pageOrigin, Object.keys(given)))
  const probes = link && (await probe(attempt, ask, own, given))
  return { ...evidence, ...(pagePreflight && { pagePreflight }), probes }
}

async function probe(
  attempt: (change: Partial<Call>) => Promise<Outcome>,
  { url, headers }: Call,
  own: Record<string, string>,
  given: Record<string, string>,
): Promise<Probes> {
  const body = (fields: object) => ({ body: JSON.stringify({ ...WISH, ...fields }) })
  const foreign = { origin: FOREIGN_ORIGIN, 'sec-fetch-site': 'cross-site' }
  const signedOut = await attempt({ headers: { ...own, ...JSON_TYPE, ...withoutSession(given) } })
  return {
    signedOut,
    // Another site's page can make the browser send its cookies, and no other header of ours.
    foreignOrigin: await attempt({
      headers: { ...own, ...JSON_TYPE, ...(given.cookie && { cookie: given.cookie }), ...foreign },
    }),
    foreignPreflight: await attempt(preflight(url, FOREIGN_ORIGIN, [])),
    foreignCustomer: await attempt(body({ customer_data: { customer_key: FOREIGN_CUSTOMER } })),
    method: await attempt({ url, method: 'GET', headers: { ...own, ...given }, body: undefined }),
    contentType: await attempt({ headers: { ...headers, 'content-type': 'text/plain' } }),
    // Blanks are JSON as well, so nothing but the size is wrong with it.
    oversize: await attempt({
      body: JSON.stringify(WISH) + ' '.repeat(4 * OPERATIONS.create_portal.maxBytes),
    }),
    malformed: await attempt({ body: '{"locale": ' }),
    unknownTaken: await attempt(body({ _dev: false })),
    unknownRefused: await attempt(body({ _dev: 'doctor' })),
  }
}

async function outcomeOf(call: Caller, asked: Call): Promise<Outcome> {
  try {
    return await call(asked)
  } catch (error) {
    if (error instanceof CallFailure && !error.isFinal) return { failure: error.message }
    throw error
  }
}

/** The same address with the final slash toggled, where an answer redirects to that and to nothing else. */
function toggledSlash(answer: Answer, url: URL): URL | undefined {
  const location = headerOf(answer, 'location')
  if (answer.status < 300 || answer.status > 399 || !URL.canParse(location, url.href)) return undefined
  const target = new URL(location, url)
  const other = new URL(url)
  other.pathname = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : `${url.pathname}/`
  return target.origin === other.origin && target.pathname === other.pathname ? other : undefined
}

function preflight(url: URL, origin: string, names: readonly string[]): Partial<Call> {
  return {
    url,
    method: 'OPTIONS',
    headers: {
      accept: '*/*',
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': ['content-type', ...names.filter((name) => name !== 'cookie')].join(
        ',',
      ),
    },
    body: undefined,
  }
}

/** The headers that a signed-out page still sends: the token against forged requests, and the cookie it belongs to. */
function withoutSession(given: Record<string, string>): Record<string, string> {
  const kept = Object.entries(given).filter(([name]) => TOKEN.test(name))
  const cookies = (given.cookie ?? '').split(/;\s*/).filter((pair) => TOKEN.test(pair.split('=')[0] ?? ''))
  return { ...Object.fromEntries(kept), ...(cookies.length > 0 && { cookie: cookies.join('; ') }) }
}

const TOKEN = /csrf|xsrf/i

// The list of public suffixes is not here, so hosts with the same last two labels count as one site.
function siteOf(page: string, proxy: string): string {
  const [one, other] = [page, proxy].map((origin) => new URL(origin).hostname.split('.').slice(-2).join('.'))
  return one === other ? 'same-site' : 'cross-site'
}
