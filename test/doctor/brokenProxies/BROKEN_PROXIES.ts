import type { CheckId } from '../../../src/doctor/CHECKS'
import type { Finding } from '../../../src/doctor/Finding'
import { API_KEY, type ProxySteps } from './createPlainProxy'

/** A proxy with one thing wrong, and what the doctor must say about it. */
export interface BrokenProxy {
  /** The steps that are wrong. */
  steps: Partial<ProxySteps>
  /** Every check that neither passes nor is skipped. All others must pass. */
  expected: Partial<Record<CheckId, Finding['status']>>
}

const NO_STORE = { 'cache-control': 'no-store' }

/** Twelve proxies as people write them by mistake, by their mistake. */
export const BROKEN_PROXIES: Record<string, BrokenProxy> = {
  'forwards everything': {
    steps: {
      bodyFor: (_copied, customer_key, wish) => ({ ...wish, customer_data: { customer_key } }),
    },
    expected: { 'unknown-field': 'fail' },
  },

  'trusts the customer in the body': {
    steps: {
      bodyFor: (copied, customer_key, { customer_data }) => ({
        ...copied,
        customer_data: customer_data ?? { customer_key },
      }),
    },
    expected: { 'foreign-customer': 'fail' },
  },

  caches: {
    steps: {
      answer: (customer_portal) =>
        Response.json(
          { customer_portal, ok: true },
          { headers: { 'cache-control': 'private, max-age=600' } },
        ),
    },
    expected: { 'no-store': 'fail' },
  },

  'answers errors with HTML': {
    steps: {
      refuse: (status) => html(`<!doctype html><title>Error</title><h1>${status}</h1>`, { status }),
      signedOut: () => html('<!doctype html><title>Error</title><h1>Unauthorized</h1>', { status: 401 }),
    },
    expected: { json: 'fail' },
  },

  'redirects to a sign-in page': {
    steps: {
      signedOut: () => new Response(null, { status: 302, headers: { location: '/login?next=/api/seam' } }),
    },
    expected: { 'signed-out': 'fail' },
  },

  'echoes the key': {
    steps: {
      answer: (customer_portal) =>
        Response.json(
          { customer_portal, ok: true, sent: { authorization: `Bearer ${API_KEY}` } },
          { headers: NO_STORE },
        ),
    },
    expected: { 'key-not-echoed': 'fail' },
  },

  'lets every site in': {
    steps: {
      async around(request, next) {
        const headers = {
          'access-control-allow-origin': request.headers.get('origin') ?? '*',
          'access-control-allow-credentials': 'true',
          'access-control-allow-headers': 'content-type',
        }
        if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers })
        return withHeaders(await next(), headers)
      },
    },
    expected: { 'foreign-origin': 'fail' },
  },

  'drops the body': {
    steps: { read: () => Promise.resolve({}) },
    expected: { malformed: 'fail', 'content-type': 'fail', oversize: 'warn' },
  },

  'redirects to a final slash': {
    steps: {
      around(request, next) {
        const url = new URL(request.url)
        if (url.pathname.endsWith('/')) return next()
        return Promise.resolve(new Response(null, { status: 301, headers: { location: `${url.pathname}/` } }))
      },
    },
    expected: { reachable: 'warn' },
  },

  'says gzip and sends none': {
    steps: {
      // It passes the vendor's headers on beside a body that its HTTP client has unpacked.
      answer: (customer_portal) =>
        Response.json(
          { customer_portal, ok: true },
          { headers: { ...NO_STORE, 'content-encoding': 'gzip' } },
        ),
    },
    expected: { json: 'fail' },
  },

  'has a wrong clock': {
    steps: {
      around: async (_, next) =>
        withHeaders(await next(), { date: new Date(Date.now() - 3 * 60 * 60 * 1000).toUTCString() }),
    },
    expected: { clock: 'fail' },
  },

  'opens portals at an origin that is not listed': {
    steps: {
      answer: ({ customer_key, created_at, expires_at }) => {
        const url = 'https://portals.example.com/p/1?token=seam_cst_5f0c7a52'
        return Response.json(
          {
            customer_portal: { url: `${url}${Math.random()}`, customer_key, created_at, expires_at },
            ok: true,
          },
          { headers: NO_STORE },
        )
      },
    },
    expected: { 'portal-origin': 'fail' },
  },
}

function html(text: string, init: ResponseInit): Response {
  return new Response(text, { ...init, headers: { 'content-type': 'text/html' } })
}

function withHeaders(answer: Response, headers: Record<string, string>): Response {
  const changed = new Response(answer.body, answer)
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value)
  return changed
}
