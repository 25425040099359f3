import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CustomerData } from '../schemas/CustomerData'
import type { DeletionKeys } from '../schemas/DeleteDataRequest'
import type { PortalLink } from '../schemas/PortalLink'
import type { Operation } from '../wire/OPERATIONS'
import { dateLink } from './linkLifetime'
import { isPortalError, PortalError } from './PortalError'
import { readAnswer, readLink } from './readAnswer'
import { within } from './within'

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
  /** How the backend's addresses end, as far as its redirects have shown: with a slash or without. */
  let ending = ''

  function send(operation: Operation, body: object, given?: AbortSignal) {
    const {
      endpoint = '/api/seam',
      headers = {},
      credentials,
      fetch = globalThis.fetch,
      timeout = 20_000,
    } = options
    return within(timeout, given, async (signal) => {
      try {
        // jsdom has a page's address, but Node's Request does not resolve a path against it.
        const { href } = new URL(
          `${endpoint.replace(/\/$/, '')}/customers/${operation}`,
          globalThis.location?.href,
        )
        const init: RequestInit = {
          method: 'POST',
          headers: typeof headers === 'function' ? await headers() : headers,
          body: JSON.stringify(body),
          ...(credentials && { credentials }),
          // After a followed redirect, a login page would answer instead of the backend and look like a success. It
          // could also take the body to another origin.
          redirect: 'manual',
          signal,
        }
        const ask = (end: string) => {
          signal.throwIfAborted()
          const request = new Request(href + end, init)
          request.headers.set('content-type', 'application/json')
          return fetch(request)
        }
        let asked = ending
        let answer = await ask(asked)
        if (isRedirect(answer)) {
          // Some servers redirect every address to the one with a final slash, or to the one without, such as Next.js
          // with `trailingSlash`.
          asked = asked ? '' : '/'
          answer = await ask(asked)
          // A login redirect may cover one of the two addresses only, and the other one is not found.
          if (isRedirect(answer) || answer.status === 404)
            throw notTheBackend('A redirect answered, with and without a final slash')
        }
        const result = await read(answer)
        // Only now: an error may come from something else that answers at the other address.
        ending = asked
        return result
      } catch (thrown) {
        if (isPortalError(thrown)) throw thrown
        throw new PortalError(
          globalThis.navigator?.onLine === false ? 'offline' : 'proxy_unreachable',
          // jsdom may have no Request. Its error says: "Request is not defined".
          thrown instanceof ReferenceError ? `${thrown.message}. See docs/testing.md.` : undefined,
        )
      }
    })
  }

  return {
    async createPortal(input, call) {
      const { answer, date } = await send('create_portal', expandCustomerKey(input), call?.signal)
      return dateLink(readLink(answer), date)
    },
    async pushData(data, call) {
      await send('push_data', data, call?.signal)
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
      await send('delete_data', keys, call?.signal)
    },
  }
}

/** Writes the shorthand `customer_key` as the vendor's `customer_data.customer_key`. A given `customer_data` wins. */
export function expandCustomerKey({ customer_key, ...request }: CreatePortalInput): CreatePortalRequest {
  return customer_key === undefined || request.customer_data
    ? request
    : { ...request, customer_data: { customer_key } }
}

async function read(response: Response) {
  const { status, headers } = response
  const wait = headers.get('retry-after') ?? ''
  const details = {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    // Seconds, or a date. A date in the past means no wait.
    retryAfter: Math.max(0, +wait || (Date.parse(wait) - Date.now()) / 1000) || undefined,
  }
  const text = await response.text()
  if (response.ok && /^\s*</.test(text)) throw notTheBackend('A page answered')
  let answer: unknown
  try {
    // A 204 has no body. Pushes and deletions may answer with it.
    answer = JSON.parse(status === 204 ? '{}' : text)
  } catch {
    // `answer` stays undefined, and readAnswer decides by the status.
  }
  if (status === 404) throw new PortalError('proxy_unreachable', undefined, details)
  return { answer: readAnswer(answer, details), date: Date.parse(headers.get('date') ?? '') }
}

function notTheBackend(what: string): PortalError {
  return new PortalError(
    'unauthorized',
    `${what}. If it is a login page, sign in again; else check \`endpoint\`.`,
  )
}

/** Whether an answer is a redirect. Browsers hide its target, and its status behind a 0. */
function isRedirect({ ok, status }: Response): boolean {
  return !ok && status < 400
}
