import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CustomerData } from '../schemas/CustomerData'
import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import type { PortalLink } from '../schemas/PortalLink'
import type { Operation } from '../wire/OPERATIONS'
import { expandCustomerKey } from './expandCustomerKey'
import { type FinalSlash, fetchWithSlash, isRedirect } from './fetchWithSlash'
import { dateLink } from './linkLifetime'
import { isPortalError } from './isPortalError'
import { PortalError } from './PortalError'
import { readAnswer } from './readAnswer'
import { readLink } from './readLink'

/** What create_portal takes here: the vendor's body, and `customer_key` as a shorthand for the customer's. */
export type CreatePortalInput = Omit<CreatePortalRequest, 'customer_data'> & {
  /** Whose portal it is, and records to upsert before it opens: the handler must allow any beyond the key. */
  customer_data?: CustomerData | undefined
  /** Short for `customer_data.customer_key`; needed only where one user serves several customers. */
  customer_key?: string | undefined
}

/** How a client reaches its backend. */
export interface PortalClientOptions {
  /** Where the proxy is mounted: a path of this site or a whole address. @default '/api/seam' */
  endpoint?: string | undefined
  /** Headers to add to every request, such as a CSRF token: a value, or a function asked for each attempt. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined
  /** Whether cookies go along, as for `fetch`. @default 'same-origin' */
  credentials?: RequestCredentials | undefined
  /** What sends a request. @default globalThis.fetch */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** How long to wait for an answer, in milliseconds. @default 20000 */
  timeout?: number | undefined
}

/** What every call takes beside its body. */
export interface PortalCallOptions {
  /** Gives the call up. */
  signal?: AbortSignal | undefined
}

/** What a deletion takes beside its keys. */
export interface DeleteDataOptions extends PortalCallOptions {
  /** Allows `customer_keys`, which deletes all data of those customers, at once and for good. @default false */
  deleteEverythingOfCustomers?: boolean | undefined
}

/** A backend that makes portals and takes data, seen from the browser. */
export interface PortalClient {
  /** Makes a portal link. Throws a PortalError. */
  createPortal: (input: CreatePortalInput, options?: PortalCallOptions) => Promise<PortalLink>
  /** Sends a customer's records. The vendor says it took them, and nothing about each. Throws a PortalError. */
  pushData: (data: CustomerData, options?: PortalCallOptions) => Promise<void>
  /** Deletes records by key; whole customers only when told so in as many words. Throws a PortalError. */
  deleteData: (keys: DeleteDataRequest, options?: DeleteDataOptions) => Promise<void>
}

/**
 * Makes the browser's half of the wire: three calls to your own backend, under the vendor's paths.
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
      const { deletionProblem } = await import('./deletionProblem')
      const problem = deletionProblem(keys, call?.deleteEverythingOfCustomers)
      if (problem) throw new PortalError('invalid_input', problem)
      await send(options, slash, 'delete_data', keys, call?.signal)
    },
  }
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
    // A test's DOM has a page's address, and a Request that does not know it.
    const url = new URL(`${endpoint.replace(/\/$/, '')}/customers/${operation}`, globalThis.location?.href)
    const own = new Headers(typeof headers === 'function' ? await headers() : headers)
    own.set('content-type', 'application/json')
    const init: RequestInit = {
      method: 'POST',
      headers: own,
      body: JSON.stringify(body),
      ...(credentials && { credentials }),
      // A login page would answer in place of the backend and look like a success.
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
      // A test's DOM may have no Request: "Request is not defined".
      thrown instanceof ReferenceError ? `${thrown.message}. See docs/testing.md.` : undefined,
      // Nothing arrived, whatever the table says of the code.
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
    // Seconds, or a date; a moment that has gone by asks for no wait.
    retryAfter: Math.max(0, isNaN(+wait) ? (Date.parse(wait) - Date.now()) / 1000 : +wait) || undefined,
  }
  const text = await response.text()
  if (isRedirect(response)) {
    throw new PortalError(
      'unauthorized',
      'The backend answered with a redirect, with and without a final slash. Sign in again if it leads to a login page, else check `endpoint`.',
    )
  }
  if (response.ok && /^\s*</.test(text)) {
    throw new PortalError(
      'unauthorized',
      'A page answered in place of the backend. Sign in again if it is a login page, else check `endpoint`.',
    )
  }
  let answer: unknown
  try {
    // 204 is an answer too, where nothing is expected back.
    answer = JSON.parse(status === 204 ? '{}' : text)
  } catch {
    // Left undefined: the status, or its absence, says what it means.
  }
  if (status === 404) throw new PortalError('proxy_unreachable', undefined, details)
  return { answer: readAnswer(answer, status, details), date: Date.parse(headers.get('date') ?? '') }
}

const LATE = 'late'
