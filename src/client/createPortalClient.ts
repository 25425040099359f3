import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CustomerData } from '../schemas/CustomerData'
import type { DeletionKeys } from '../schemas/DeletionKeys'
import type { PortalLink } from '../schemas/PortalLink'
import type { Operation } from '../wire/OPERATIONS'
import { dateLink } from './linkLifetime'
import { isPortalError, PortalError } from './PortalError'
import { readAnswer, readLink } from './readAnswer'

/** The input of create_portal: the vendor's body, and `customer_key` as a shorthand. */
export type CreatePortalInput = Omit<CreatePortalRequest, 'customer_data'> & {
  /** The customer, and records to upsert before the portal opens. The handler must allow all but `customer_key`. */
  customer_data?: CustomerData | undefined
  /** Short for `customer_data.customer_key`. Only needed where one user serves several customers. */
  customer_key?: string | undefined
}

/** The options of a client: how it reaches its backend. */
export interface PortalClientOptions {
  /** Where the handler is mounted: a path of this site or a whole address. @default '/api/seam' */
  endpoint?: string | undefined
  /** Headers to add to every request, such as a CSRF token: a value, or a function called for each request. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined
  /** Whether the browser sends cookies, as for `fetch`. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** The function that sends a request. @default globalThis.fetch */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** How long to wait for an answer, in milliseconds. @default 20000 */
  timeout?: number | undefined
}

/** The options of every call. */
export interface PortalCallOptions {
  /** Aborts the call. */
  signal?: AbortSignal | undefined
}

/** The options of a deletion. */
export interface DeleteDataOptions extends PortalCallOptions {
  /** Allows `customer_keys`, which deletes all data of those customers at once and forever. @default false */
  deleteEverythingOfCustomers?: boolean | undefined
}

/** The browser's client of your backend: it makes portal links, and sends and deletes data. */
export interface PortalClient {
  /** Makes a portal link. Throws a PortalError. */
  createPortal: (input: CreatePortalInput, options?: PortalCallOptions) => Promise<PortalLink>
  /** Sends a customer's records. The vendor confirms the whole request, never each record. Throws a PortalError. */
  pushData: (data: CustomerData, options?: PortalCallOptions) => Promise<void>
  /** Deletes records by key; whole customers only with `deleteEverythingOfCustomers`. Throws a PortalError. */
  deleteData: (keys: DeletionKeys, options?: DeleteDataOptions) => Promise<void>
}

/**
 * Creates a client with three calls to your own backend, under the vendor's paths.
 *
 * @example
 * const client = createPortalClient({ endpoint: '/api/seam' })
 * const link = await client.createPortal({ locale: 'fr-FR' })
 */
export function createPortalClient(options: PortalClientOptions = {}): PortalClient {
  const slash: FinalSlash = { isNeeded: false }
  return {
    async createPortal(input, call) {
      const request = expandCustomerKey(input)
      const { answer, date } = await send(options, slash, 'create_portal', request, call?.signal)
      return dateLink(readLink(answer), date)
    },
    async pushData(data, call) {
      await send(options, slash, 'push_data', data, call?.signal)
    },
    async deleteData(keys, call) {
      // Loaded on demand: few pages delete, and all pages load this file.
      const { deletionProblem } = await import('./deletionProblem').catch(() => {
        throw new PortalError(
          'proxy_unreachable',
          'Its code could not be fetched, so nothing was deleted. Reload the page.',
        )
      })
      const problem = deletionProblem(keys, call?.deleteEverythingOfCustomers)
      if (problem) throw new PortalError('invalid_input', problem)
      await send(options, slash, 'delete_data', keys, call?.signal)
    },
  }
}

/** Writes the shorthand `customer_key` as the vendor's `customer_data.customer_key`. A given `customer_data` wins. */
export function expandCustomerKey({ customer_key, ...request }: CreatePortalInput): CreatePortalRequest {
  return customer_key === undefined || request.customer_data
    ? request
    : { ...request, customer_data: { customer_key } }
}

async function send(
  {
    endpoint = '/api/seam',
    headers,
    credentials,
    fetch = globalThis.fetch,
    timeout = 20_000,
  }: PortalClientOptions,
  slash: FinalSlash,
  operation: Operation,
  body: object,
  given?: AbortSignal,
) {
  const controller = new AbortController()
  const { signal } = controller
  const abort = () => controller.abort()
  const timer = setTimeout(() => controller.abort(LATE), timeout)
  given?.addEventListener('abort', abort)
  if (given?.aborted) abort()
  try {
    // jsdom has a page's address, but Node's Request does not resolve a path against it.
    const url = new URL(`${endpoint.replace(/\/$/, '')}/customers/${operation}`, globalThis.location?.href)
    const own = new Headers(typeof headers === 'function' ? await headers() : headers)
    own.set('content-type', 'application/json')
    const init: RequestInit = {
      method: 'POST',
      headers: own,
      body: JSON.stringify(body),
      ...(credentials && { credentials }),
      // After a followed redirect, a login page would answer instead of the backend and look like a success.
      redirect: 'manual',
      signal,
    }
    const answer = await fetchWithSlash(url, slash, async (address) => {
      signal.throwIfAborted()
      return fetch(new Request(address, init))
    })
    return await read(answer)
  } catch (thrown) {
    if (isPortalError(thrown)) throw thrown
    throw new PortalError(
      signal.aborted
        ? signal.reason === LATE
          ? 'timeout'
          : 'aborted'
        : globalThis.navigator?.onLine === false
          ? 'offline'
          : 'proxy_unreachable',
      // jsdom may have no Request. Its error says: "Request is not defined".
      thrown instanceof ReferenceError ? `${thrown.message}. See docs/testing.md.` : undefined,
      // No answer arrived, even where PORTAL_ERRORS has a status for the code.
      { status: 0 },
    )
  } finally {
    clearTimeout(timer)
    given?.removeEventListener('abort', abort)
  }
}

async function read(response: Response) {
  const { status, headers } = response
  const wait = headers.get('retry-after') ?? ''
  const details = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    // Seconds, or a date. A date in the past means no wait.
    retryAfter: Math.max(0, isNaN(+wait) ? (Date.parse(wait) - Date.now()) / 1000 : +wait) || undefined,
  }
  const text = await response.text()
  const what = isRedirect(response)
    ? 'The backend answered with a redirect, with and without a final slash'
    : response.ok && /^\s*</.test(text) && 'A page answered instead of the backend'
  if (what)
    throw new PortalError(
      'unauthorized',
      `${what}. If it is a login page, sign in again; else check \`endpoint\`.`,
    )
  let answer: unknown
  try {
    // A 204 has no body. Pushes and deletions may answer with it.
    answer = JSON.parse(status === 204 ? '{}' : text)
  } catch {
    // `answer` stays undefined, and readAnswer decides by the status.
  }
  if (status === 404) throw new PortalError('proxy_unreachable', undefined, details)
  return { answer: readAnswer(answer, status, details), date: Date.parse(headers.get('date') ?? '') }
}

const LATE = 'late'

/** Whether the addresses of a backend end with a slash, as far as its redirects have shown. */
interface FinalSlash {
  isNeeded: boolean
}

/**
 * Sends a request. After a redirect, sends it once more to the same address with the final slash added or removed, and
 * remembers which one was answered. Some servers redirect every address to one of the two, such as Next.js with
 * `trailingSlash`. It never follows the redirect itself: that could send the body to another origin.
 */
async function fetchWithSlash(
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
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400)
}

function withSlash(address: URL, isNeeded: boolean): URL {
  const url = new URL(address)
  url.pathname = url.pathname.replace(/\/*$/, isNeeded ? '/' : '')
  return url
}
