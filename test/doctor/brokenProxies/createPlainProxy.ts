import { createSandbox } from '../../../src/sandbox/index'
import { ownOrigin } from './ownOrigin'

/** The steps of a proxy written by hand. A broken proxy has one of them wrong. */
export interface ProxySteps {
  /** The names that a browser may choose. */
  copy: (wish: Wish) => Wish
  /** What the vendor is sent. */
  bodyFor: (copied: Wish, customer_key: string, wish: Wish) => Wish
  /** Reads the request's body, or throws. */
  read: (request: Request) => Promise<Wish>
  /** Answers with the vendor's portal. */
  answer: (link: Wish, reply: Response) => Response | Promise<Response>
  /** Answers with an error. */
  refuse: (status: number, type: string, message: string) => Response
  /** Answers a user who is signed out. */
  signedOut: () => Response
  /** A last change to every answer, and to the way there. */
  around: (request: Request, next: () => Promise<Response>) => Promise<Response>
}

export type Wish = Record<string, unknown>

/** The user that `SESSION` signs in belongs to this customer. */
export const CUSTOMER = 'hotel_1'

/** The header of a signed-in user. */
export const SESSION = 'Cookie: session=5f0c7a52; theme=dark'

export const API_KEY = 'seam_test_sandbox'

const NO_STORE = { 'cache-control': 'no-store' }
const FREE = [
  'locale',
  'is_embedded',
  'exclude_locale_picker',
  'navigation_mode',
  'landing_page',
  'deep_link',
]

/** Makes a proxy by the contract, as a partner writes it without this package, with some steps replaced. */
export function createPlainProxy(broken: Partial<ProxySteps> = {}): (request: Request) => Promise<Response> {
  const steps: ProxySteps = { ...PLAIN, ...broken }
  const sandbox = createSandbox()
  const { refuse } = steps

  async function answer(request: Request): Promise<Response> {
    if (!/^\/api\/seam\/customers\/create_portal\/?$/.test(new URL(request.url).pathname)) {
      return refuse(404, 'not_found', 'There is nothing here.')
    }
    if (request.method !== 'POST') return refuse(405, 'method_not_allowed', 'Send a POST.')
    if (!ownOrigin(request)) return refuse(403, 'forbidden', 'Another site sent this.')
    if (!request.headers.get('cookie')?.includes('session=5f0c7a52')) return steps.signedOut()
    let wish: Wish
    try {
      wish = await steps.read(request)
    } catch (error) {
      const status = Number((error as Error).message) || 400
      return refuse(status, 'invalid_input', 'Send JSON of at most 64 KiB.')
    }
    const reply = await sandbox.fetch(
      new Request('https://connect.getseam.com/customers/create_portal', {
        method: 'POST',
        headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify(steps.bodyFor(steps.copy(wish), CUSTOMER, wish)),
      }),
    )
    if (!reply.ok) return refuse(502, 'vendor_error', 'The access service failed.')
    const { customer_portal } = (await reply.clone().json()) as { customer_portal: Wish }
    return steps.answer(customer_portal, reply)
  }

  return (request) => steps.around(request, () => answer(request))
}

const PLAIN: ProxySteps = {
  copy: (wish) => Object.fromEntries(Object.entries(wish).filter(([name]) => FREE.includes(name))),
  bodyFor: (copied, customer_key) => ({
    ...copied,
    customer_data: { customer_key },
    features: { configure: { exclude: true } },
    customer_resources_filters: [],
    read_only: false,
  }),
  async read(request) {
    if (request.headers.get('content-type') !== 'application/json') throw new Error('415')
    const text = await request.text()
    if (text.length > 64 * 1024) throw new Error('413')
    return JSON.parse(text) as Wish
  },
  answer: ({ url, customer_key, created_at, expires_at }) =>
    Response.json(
      { customer_portal: { url, customer_key, created_at, expires_at }, ok: true },
      { headers: NO_STORE },
    ),
  refuse: (status, type, message) =>
    Response.json({ error: { type, message }, ok: false }, { status, headers: NO_STORE }),
  signedOut: () => PLAIN.refuse(401, 'unauthorized', 'Sign in.'),
  around: (_, next) => next(),
}
