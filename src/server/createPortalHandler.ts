import { missingGlobals } from '../wire/missingGlobals'
import { type Operation, OPERATIONS } from '../wire/OPERATIONS'
import { callVendor } from './callVendor'
import {
  answerPreflight,
  crossOriginHeaders,
  isOrigin,
  originProblem,
  preflightProblem,
  toOriginRule,
} from './originProblem'
import { fromWebRequest, type IncomingRequest } from './IncomingRequest'
import { optionsProblem } from './optionsProblem'
import { answerJson, answerRefusal, type PortalAnswer } from './PortalAnswer'
import type {
  PortalHandler,
  PortalHandlerEvent,
  PortalHandlerOptions,
  RateLimitDetails,
} from './PortalHandlerOptions'
import { PLANS } from './PLANS'
import { redact, Refusal } from './Refusal'
import { readGrant } from './readGrant'
import { readInput } from './readInput'
import { readPortal, refuseVendorError } from './readPortal'
import { vendorHeaders } from './vendorHeaders'

// One final slash is fine: some frameworks redirect to it, and some remove it.
const ROUTE = /\/customers\/(create_portal|push_data|delete_data)\/?$/

/** What a request takes. The DOM of a test has only some of it. */
const GLOBALS = ['AbortController', 'Headers', 'Request', 'Response', 'TextDecoder', 'crypto', 'performance']

const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

/** What is known of a request so far: the first fields of its event. */
type Known = Pick<PortalHandlerEvent, 'operation' | 'actor' | 'customer_key' | 'requestId'>

/**
 * Makes the backend that creates portals. It holds the API key and decides what the browser may not decide.
 *
 * It answers `POST …/customers/create_portal`, `push_data` and `delete_data`, wherever it is mounted. It takes a
 * `Request` and gives a `Response`; `toNodeHandler` runs it in Node and in Node's frameworks. Opening a portal of the
 * grant's customer is allowed. Every other operation is refused until the grant allows it.
 *
 * @example
 * const handler = createPortalHandler({
 *   apiKey: process.env.SEAM_API_KEY,
 *   authorize: async (request) => {
 *     const user = await userOf(request)
 *     return user && { customer_key: user.organizationId, actor: user.id }
 *   },
 * })
 */
export function createPortalHandler<Context = unknown>(
  options: PortalHandlerOptions<Context>,
): PortalHandler<Context> {
  const problem = missingGlobals(GLOBALS) ?? optionsProblem(options)
  if (problem) throw new Error(`createPortalHandler cannot start. ${problem}`)
  const { endpoint = 'https://connect.getseam.com', origins, extraOptions = [], timeout = 15_000 } = options
  const vendor = endpoint.replace(/\/+$/, '')
  const isListed = toOriginRule(origins)
  const hasOrigins = typeof origins === 'function' || (origins ?? []).length > 0

  const handlePortalRequest = async (request: Request, context?: Context) => {
    const { body = null, ...init } = await respond(fromWebRequest(request), context)
    return new Response(body, init)
  }
  return Object.assign(handlePortalRequest, { direct: { of: handlePortalRequest, answer: respond } })

  async function respond(incoming: IncomingRequest, context: unknown): Promise<PortalAnswer> {
    const started = performance.now()
    const known: Known = {
      operation: ROUTE.exec(incoming.url.pathname)?.[1] as Operation | undefined,
      actor: undefined,
      customer_key: undefined,
      requestId: requestIdOf(incoming),
    }
    const headers: Record<string, string> = {
      'x-request-id': known.requestId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    let response: PortalAnswer
    let refusal: Refusal | undefined
    try {
      if (hasOrigins) Object.assign(headers, crossOriginHeaders(incoming, isListed))
      const preflight = known.operation && answerPreflight(incoming, headers)
      if (preflight) return preflight
      response = await answer(incoming, context as Context, known, headers)
    } catch (error) {
      refusal = error instanceof Refusal ? error : unexpected(error)
      response = answerRefusal(refusal, headers)
    }
    if (options.onEvent) {
      void report(options.onEvent, {
        ...known,
        code: refusal?.code ?? 'ok',
        status: response.status,
        duration: performance.now() - started,
        ...(refusal && { reason: redact(refusal.details.reason ?? refusal.message) }),
      })
    }
    return response
  }

  /** Takes the steps of a request. Each step may refuse it, and only the last one calls the vendor. */
  async function answer(
    incoming: IncomingRequest,
    context: Context,
    known: Known,
    headers: Record<string, string>,
  ): Promise<PortalAnswer> {
    if (incoming.problem) throw unreadable(incoming.problem)
    const { operation, requestId } = known
    if (!operation) throw new Refusal('not_found', 'The handler has nothing at this address.')
    if (incoming.method !== 'POST') {
      throw new Refusal('method_not_allowed', 'This address accepts the method POST only.', {
        reason: preflightProblem(incoming),
      })
    }
    const foreign = originProblem(incoming, isListed)
    if (foreign) {
      const origin = incoming.header('origin') ?? ''
      const message = isOrigin(origin)
        ? `Origin ${origin} is not allowed. Add it to \`origins\`.`
        : 'The page that sent this is not allowed. Call the handler from a page of its own site.'
      throw new Refusal('forbidden', message, {
        reason: `The request is refused because ${foreign}.`,
      })
    }
    const { path, maxBytes } = OPERATIONS[operation]
    const input = await readInput(incoming, maxBytes)

    const request = toRequest(incoming)
    const requested = { customer_key: askedCustomer(operation, input) }
    const read = readGrant(await options.authorize(request, { operation, requested, context }))
    const { actor } = read.grant
    known.actor = actor
    const { body, customer_key } = await PLANS[operation](input, read, extraOptions)
    known.customer_key = customer_key
    await limitRate(options.rateLimit, { operation, customer_key, actor, request })

    const reply = await callVendor({
      url: vendor + path,
      headers: {
        ...(await vendorHeaders(options, read.grant)),
        'content-type': 'application/json',
        accept: 'application/json',
        'x-request-id': requestId,
      },
      body,
      timeout,
      onGone: incoming.onGone,
      fetch: options.fetch,
    })
    refuseVendorError(reply, body)
    if (operation !== 'create_portal') return answerJson({ ok: true }, headers)
    const customer_portal = readPortal(reply.json, customer_key, options.portalOrigins)
    // `expires_at` is a time of the vendor's clock, so the browser must compute the lifetime from that clock.
    return answerJson(
      { customer_portal, ok: true },
      { ...headers, date: httpDate(reply.headers.get('date')) },
    )
  }
}

/** The request's own `x-request-id` when it is a plain name, else a new one. */
function requestIdOf({ header }: IncomingRequest): string {
  const given = header('x-request-id')
  if (given !== null && /^[\w-]{1,64}$/.test(given)) return given
  // A page on plain http, where stories may run, has no randomUUID.
  if ('randomUUID' in crypto) return crypto.randomUUID()
  return Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('')
}

function toRequest(incoming: IncomingRequest): Request {
  try {
    return incoming.toRequest()
  } catch {
    throw unreadable('a header has characters that no Request can hold')
  }
}

function askedCustomer(operation: Operation, input: unknown): string | undefined {
  const body = input as { customer_key?: unknown; customer_data?: { customer_key?: unknown } | null } | null
  const key = operation === 'create_portal' ? body?.customer_data?.customer_key : body?.customer_key
  return typeof key === 'string' ? key : undefined
}

/** Asks the host whether this call may be made now. Refuses it unless the answer is `true` or `{ ok: true }`. */
async function limitRate(
  rateLimit: PortalHandlerOptions['rateLimit'],
  details: RateLimitDetails,
): Promise<void> {
  if (!rateLimit) return
  const verdict = await rateLimit(details)
  const { ok, retryAfter = Number.NaN } = typeof verdict === 'object' ? verdict : { ok: verdict }
  if (ok === true) return
  throw new Refusal('rate_limited', 'There were too many requests.', {
    retryAfter: retryAfter >= 0 ? String(Math.ceil(retryAfter)) : undefined,
  })
}

/** Gives a date in the form of HTTP headers: the given one when it is valid, else now. */
function httpDate(given: string | null): string {
  if (given !== null && HTTP_DATE.test(given)) return given
  return new Date(Date.parse(given ?? '') || Date.now()).toUTCString()
}

function unreadable(problem: string): Refusal {
  return new Refusal('invalid_input', 'The request cannot be read.', {
    reason: `The request cannot be read: ${problem}.`,
  })
}

function unexpected(error: unknown): Refusal {
  const what = error instanceof Error ? error.message : 'it threw a value that is not an Error'
  return new Refusal('vendor_error', 'The server could not decide about this request.', {
    reason: `A function of the handler's options failed: ${what}`,
  })
}

async function report(
  onEvent: NonNullable<PortalHandlerOptions['onEvent']>,
  event: PortalHandlerEvent,
): Promise<void> {
  try {
    await onEvent(event)
  } catch {
    // An error of the host's listener must not change the answer.
  }
}
