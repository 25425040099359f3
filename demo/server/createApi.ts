import { AsyncLocalStorage } from 'node:async_hooks'
import { createPortalHandler } from '../../src/server/index'
import type { Account, VendorMode } from '../data/Account'
import { CUSTOMERS } from '../data/CUSTOMERS'
import { createAuthorize } from './createAuthorize'
import { createCancellations } from './createCancellations'
import type { CallLog } from './createCallLog'
import type { Session, Sessions } from './createSessions'
import type { Vendor } from './createVendor'

/** The options of the dashboard's server. */
export interface ApiOptions {
  /** The vendor's key, which never leaves this process. */
  apiKey: string
  /** The base URL of the API. Undefined means the real vendor's. */
  endpoint: string | undefined
  /** The allowed origins of portals. Undefined means the vendor's own. */
  portalOrigins: readonly string[] | undefined
  /** The sandbox, if there is one. */
  vendor: Vendor | undefined
  sessions: Sessions
  log: CallLog
}

const VENDOR_MODES: readonly VendorMode[] = ['normal', 'slow', 'down', 'expired', 'blocked']
const FIRST = CUSTOMERS[0]?.key ?? ''
const WHYS = ['hover', 'focus', 'click', 'page']

/** Creates everything under `/api`: the session, its portals, and the calls for the panel at the bottom. */
export function createApi(options: ApiOptions): (request: Request) => Promise<Response> {
  const { apiKey, endpoint, portalOrigins, vendor, sessions, log } = options
  const cancellations = createCancellations()
  const asked = new AsyncLocalStorage<string | undefined>()

  const handlePortals = createPortalHandler({
    apiKey,
    endpoint,
    portalOrigins,
    authorize: createAuthorize(sessions, cancellations),
    onEvent({ operation, status, duration }) {
      const path = `/api/seam/customers/${operation ?? '…'}`
      log.add({ to: 'dashboard', method: 'POST', path, status, duration, why: asked.getStore() })
    },
  })

  const accountOf = ({ customer_key, memberOf }: Session): Account | null => {
    const customer = CUSTOMERS.find(({ key }) => key === customer_key)
    if (!customer) return null
    const { key, name, code, properties } = customer
    const reservations = customer.reservations.map((one) => ({
      ...one,
      cancelled: cancellations.has(one.code),
    }))
    return {
      customer: { key, name, code },
      customers: CUSTOMERS.filter(({ key }) => memberOf.includes(key)).map(({ key, name }) => ({
        key,
        name,
      })),
      properties,
      reservations,
      portal_origins: portalOrigins,
      mode: vendor?.mode,
    }
  }

  // There is no password, because only the person who runs this demo uses it.
  const signIn = (customer_key: string) => {
    const session = { user: 'front-desk', memberOf: CUSTOMERS.map(({ key }) => key), customer_key }
    return answer(accountOf(session), sessions.begin(session))
  }

  const routes: Record<string, (request: Request) => Response | Promise<Response>> = {
    'GET /api/session'(request) {
      const session = sessions.find(cookiesOf(request))
      if (session) return answer(accountOf(session))
      return sessions.isNew(cookiesOf(request)) ? signIn(FIRST) : answer(null)
    },
    async 'POST /api/session'(request) {
      const { customer_key = FIRST } = (await request.json()) as { customer_key?: string }
      if (!CUSTOMERS.some(({ key }) => key === customer_key)) return refuse(403)
      // A new id for a new customer, so that the session of the last customer no longer works.
      sessions.end(cookiesOf(request))
      return signIn(customer_key)
    },
    'DELETE /api/session': (request) => answer(null, sessions.end(cookiesOf(request))),
    async 'POST /api/cancel'(request) {
      const session = sessions.find(cookiesOf(request))
      if (!session) return refuse(401)
      const { code } = (await request.json()) as { code: string }
      const customer = CUSTOMERS.find(({ key }) => key === session.customer_key)
      if (!customer?.reservations.some((one) => one.code === code)) return refuse(404)
      cancellations.add(code)
      return answer(accountOf(session))
    },
    async 'POST /api/mode'(request) {
      const { mode } = (await request.json()) as { mode: VendorMode }
      if (!sessions.find(cookiesOf(request))) return refuse(401)
      if (!vendor || !VENDOR_MODES.includes(mode)) return refuse(404)
      vendor.setMode(mode)
      return answer({ mode })
    },
  }

  return async function handleApi(request) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/seam/')) {
      const why = WHYS.find((why) => why === request.headers.get('x-asked-on'))
      return asked.run(why, () => handlePortals(request))
    }
    // Only the dashboard's own pages may change something. The portal handler has its own check.
    const site = request.headers.get('sec-fetch-site') ?? 'same-origin'
    if (request.method !== 'GET' && site !== 'same-origin') return refuse(403)
    const route = routes[`${request.method} ${pathname}`]
    return (await route?.(request)) ?? refuse(404)
  }
}

function cookiesOf(request: Request): string | null {
  return request.headers.get('cookie')
}

function answer(body: unknown, cookie?: string): Response {
  const headers = { 'cache-control': 'no-store', ...(cookie && { 'set-cookie': cookie }) }
  return Response.json(body, { headers })
}

function refuse(status: number): Response {
  return new Response(null, { status })
}
