import { OPERATIONS, type Operation } from '../wire/OPERATIONS'
import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { callVendor } from './callVendor'
import { answerPreflight, crossOriginHeaders } from './crossOriginHeaders'
import { optionsProblem } from './optionsProblem'
import { originProblem } from './originProblem'
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
import { vendorHeaders } from './vendorHeaders'

const PLANS = { create_portal: planCreatePortal, push_data: planPushData, delete_data: planDeleteData }

const ROUTE = /\/customers\/(create_portal|push_data|delete_data)$/

/** What is known of a request so far, for its event. */
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
  const problem = optionsProblem(options)
  if (problem) throw new Error(`createPortalHandler cannot start. ${problem}`)
  const origins = options.origins ?? []

  return async function handlePortalRequest(request, context) {
    const started = performance.now()
    const known: Known = {
      operation: operationOf(request),
      actor: undefined,
      customer_key: undefined,
      requestId: requestIdOf(request),
    }
    const headers: Record<string, string> = {
      ...crossOriginHeaders(request, origins),
      'x-request-id': known.requestId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    const preflight = known.operation && answerPreflight(request, headers)
    if (preflight) return preflight
    let response: Response
    let refusal: Refusal | undefined
    try {
      response = await serve(request, context as Context, options, known, headers)
    } catch (error) {
      refusal = error instanceof Refusal ? error : unexpected(error)
      response = refuse(refusal, headers)
    }
    report(options, {
      ...known,
      code: refusal?.code ?? 'ok',
      status: response.status,
      duration: performance.now() - started,
      ...(refusal && { reason: redact(refusal.details.reason ?? refusal.message) }),
    })
    return response
  }
}

/** The steps of a request, each of which may refuse it. */
async function serve<Context>(
  request: Request,
  context: Context,
  options: PortalHandlerOptions<Context>,
  known: Known,
  headers: Record<string, string>,
): Promise<Response> {
  const { operation } = known
  if (!operation) throw new Refusal('not_found', 'There is nothing at this address.')
  if (request.method !== 'POST')
    throw new Refusal('method_not_allowed', 'This address takes POST and nothing else.')
  const foreign = originProblem(request, options.origins ?? [])
  if (foreign) {
    throw new Refusal(
      'forbidden',
      'The request may come from another site. List its origin in origins to let it in.',
      {
        reason: `The request is refused: ${foreign}.`,
      },
    )
  }
  const input = await readInput(request, OPERATIONS[operation].maxBytes)

  const requested = { customer_key: askedCustomer(operation, input) }
  const read = readGrant(await options.authorize(request, { operation, requested, context }))
  const { grant } = read
  known.actor = grant.actor
  const plan = await PLANS[operation](input, read, options.extraOptions ?? [])
  known.customer_key = plan.customer_key
  await askRateLimit(options, { operation, customer_key: plan.customer_key, actor: grant.actor, request })

  const reply = await callVendor({
    url: (options.endpoint ?? 'https://connect.getseam.com').replace(/\/+$/, '') + OPERATIONS[operation].path,
    headers: {
      ...(await vendorHeaders(options, grant)),
      'content-type': 'application/json',
      accept: 'application/json',
      'x-request-id': known.requestId,
    },
    body: plan.body,
    timeout: options.timeout ?? 15_000,
    signal: request.signal,
    fetch: options.fetch ?? fetch,
  })
  refuseVendorError(reply, plan.body)
  if (operation !== 'create_portal') {
    if (!reply.isEmpty && reply.json === undefined) {
      throw new Refusal('invalid_response', 'The access service gave an answer that makes no sense.', {
        reason: 'The vendor answered with something that is no JSON.',
      })
    }
    return Response.json({ ok: true }, { headers })
  }
  const customer_portal = readPortal(reply.json, plan.customer_key, options.portalOrigins)
  // The browser reckons how long the link lives from the clock that wrote expires_at.
  const date = new Date(Date.parse(reply.headers.get('date') ?? '') || Date.now()).toUTCString()
  return Response.json({ customer_portal, ok: true }, { headers: { ...headers, date } })
}

function operationOf(request: Request): Operation | undefined {
  return ROUTE.exec(new URL(request.url).pathname)?.[1] as Operation | undefined
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id')
  if (given !== null && /^[\w-]{1,64}$/.test(given)) return given
  // Not randomUUID: pages on plain http, where stories may run, have none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

function askedCustomer(operation: Operation, input: unknown): string | undefined {
  const body = input as { customer_key?: unknown; customer_data?: { customer_key?: unknown } | null } | null
  const key = operation === 'create_portal' ? body?.customer_data?.customer_key : body?.customer_key
  return typeof key === 'string' ? key : undefined
}

async function askRateLimit<Context>(
  { rateLimit }: PortalHandlerOptions<Context>,
  details: Parameters<NonNullable<typeof rateLimit>>[0],
): Promise<void> {
  if (!rateLimit) return
  const verdict = await rateLimit(details)
  if (verdict === true || (typeof verdict === 'object' && verdict.ok)) return
  const seconds = typeof verdict === 'object' ? verdict.retryAfter : undefined
  throw new Refusal('rate_limited', 'There were too many requests.', {
    retryAfter: seconds === undefined ? undefined : String(Math.max(0, Math.ceil(seconds))),
  })
}

function unexpected(error: unknown): Refusal {
  return new Refusal('vendor_error', 'The server could not decide about the request.', {
    reason: `A function of the handler's options failed: ${error instanceof Error ? error.message : 'it threw no error'}`,
  })
}

function refuse({ code, message, details }: Refusal, headers: Record<string, string>): Response {
  return Response.json(
    {
      error: { type: code, message, ...(details.fields && { validation_errors: details.fields }) },
      ok: false,
    },
    {
      // Nobody reads the answer to a request that was given up; 499 is how servers write that down.
      status: PORTAL_ERRORS[code].status || 499,
      headers: {
        ...headers,
        ...(code === 'method_not_allowed' && { allow: 'POST' }),
        ...(details.retryAfter !== undefined && { 'retry-after': details.retryAfter }),
      },
    },
  )
}

function report<Context>({ onEvent }: PortalHandlerOptions<Context>, event: PortalHandlerEvent): void {
  try {
    onEvent?.(event)
  } catch {
    // Telling is not allowed to change the answer.
  }
}
