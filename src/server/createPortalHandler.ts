import { missingGlobals } from '../wire/missingGlobals'
import { OPERATIONS, type Operation } from '../wire/OPERATIONS'
import type { Arrival } from './Arrival'
import { answerRefusal } from './answerRefusal'
import { callVendor } from './callVendor'
import { answerPreflight, crossOriginHeaders } from './crossOriginHeaders'
import { INSIDES } from './INSIDES'
import { limitRate } from './limitRate'
import { optionsProblem } from './optionsProblem'
import { originProblem } from './originProblem'
import { answerJson, type PortalAnswer } from './PortalAnswer'
import type { PortalHandler, PortalHandlerEvent, PortalHandlerOptions } from './PortalHandlerOptions'
import { planCreatePortal } from './planCreatePortal'
import { planDeleteData } from './planDeleteData'
import { planPushData } from './planPushData'
import { Refusal } from './Refusal'
import { readGrant } from './readGrant'
import { readInput } from './readInput'
import { readPortal } from './readPortal'
import { redact } from './redact'
import { refuseVendorError } from './refuseVendorError'
import { requestIdOf } from './requestIdOf'
import { vendorHeaders } from './vendorHeaders'
import { webArrival } from './webArrival'

const ROUTE = /\/customers\/(create_portal|push_data|delete_data)$/

/** What a request takes. The DOM of a test has only some of it. */
const GLOBALS = ['AbortController', 'Headers', 'Request', 'Response', 'TextDecoder', 'crypto', 'performance']

const HTTP_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

const PLANS = { create_portal: planCreatePortal, push_data: planPushData, delete_data: planDeleteData }

/** What is known of a request so far: the beginning of its event. */
type Known = Pick<PortalHandlerEvent, 'operation' | 'actor' | 'customer_key' | 'requestId'>

/**
 * Builds the backend that portals are created through: it holds the key and decides what the browser may not.
 *
 * It serves `POST …/customers/create_portal`, `push_data` and `delete_data`, wherever it is mounted, and speaks
 * `Request` and `Response`; `toNodeHandler` puts it into Node and Express. Everything but opening a portal for the
 * grant's customer is closed until the grant opens it.
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
  const {
    endpoint = 'https://connect.getseam.com',
    origins = [],
    extraOptions = [],
    timeout = 15_000,
  } = options
  const vendor = endpoint.replace(/\/+$/, '')

  const handlePortalRequest: PortalHandler<Context> = async (request, context) => {
    const { body = null, ...init } = await handle(webArrival(request), context)
    return new Response(body, init)
  }
  INSIDES.set(handlePortalRequest, handle)
  return handlePortalRequest

  async function handle(arrival: Arrival, context: unknown): Promise<PortalAnswer> {
    const { request } = arrival
    const started = performance.now()
    const known: Known = {
      operation: ROUTE.exec(new URL(request.url).pathname)?.[1] as Operation | undefined,
      actor: undefined,
      customer_key: undefined,
      requestId: requestIdOf(request),
    }
    const headers: Record<string, string> = {
      'x-request-id': known.requestId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...crossOriginHeaders(request, origins),
    }
    const preflight = known.operation && answerPreflight(request, headers)
    if (preflight) return preflight
    let response: PortalAnswer
    let refusal: Refusal | undefined
    try {
      response = await answer(arrival, context as Context, known, headers)
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

  /** The steps of a request. Each may refuse it, and the vendor hears of it only behind the last. */
  async function answer(
    arrival: Arrival,
    context: Context,
    known: Known,
    headers: Record<string, string>,
  ): Promise<PortalAnswer> {
    const { request } = arrival
    const { operation, requestId } = known
    if (!operation) throw new Refusal('not_found', 'There is nothing at this address.')
    if (request.method !== 'POST') throw new Refusal('method_not_allowed', 'This address takes POST only.')
    const foreign = originProblem(request, origins)
    if (foreign) {
      throw new Refusal(
        'forbidden',
        'The page that sent this may not. To let it, list its origin in origins.',
        {
          reason: `The request is refused because ${foreign}.`,
        },
      )
    }
    const { path, maxBytes } = OPERATIONS[operation]
    const input = await readInput(arrival, maxBytes)

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
      onGone: arrival.onGone,
      fetch: options.fetch,
    })
    refuseVendorError(reply, body)
    if (operation !== 'create_portal') return answerJson({ ok: true }, headers)
    const customer_portal = readPortal(reply.json, customer_key, options.portalOrigins)
    // The browser reckons how long a link lives from the clock that wrote expires_at.
    return answerJson(
      { customer_portal, ok: true },
      { ...headers, date: httpDate(reply.headers.get('date')) },
    )
  }
}

function askedCustomer(operation: Operation, input: unknown): string | undefined {
  const body = input as { customer_key?: unknown; customer_data?: { customer_key?: unknown } | null } | null
  const key = operation === 'create_portal' ? body?.customer_data?.customer_key : body?.customer_key
  return typeof key === 'string' ? key : undefined
}

/** A date as headers write it: the one given, in case it is one, else now. */
function httpDate(given: string | null): string {
  if (given !== null && HTTP_DATE.test(given)) return given
  return new Date(Date.parse(given ?? '') || Date.now()).toUTCString()
}

function unexpected(error: unknown): Refusal {
  const what = error instanceof Error ? error.message : 'it threw something that is no Error'
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
    // Telling may not change the answer.
  }
}
