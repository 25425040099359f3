import { createPortalClient, type PortalClient } from '../client/createPortalClient'
import type { PortalSession } from '../portal/createPortalSession'
import { createSandbox } from '../sandbox/createSandbox'
import type { PortalLink } from '../schemas/PortalLink'
import { createPortalHandler } from '../server/createPortalHandler'
import type { PortalGrant, PortalHandler, PortalHandlerOptions } from '../server/PortalHandlerOptions'
import type { Operation } from '../wire/OPERATIONS'
import { missingGlobals } from '../wire/missingGlobals'
import { PORTAL_ERRORS, type PortalErrorCode } from '../wire/PORTAL_ERRORS'
import { PORTAL_ORIGINS } from '../wire/portalUrlProblem'
import { answerFailure } from './answerFailure'
import { createTestProvider } from './createTestProvider'
import { Failures, OTHER_WAYS } from './Failures'
import { holdFrames } from './holdFrames'
import { askForDialog } from './installDialog'
import { outsideAct } from './outsideAct'
import { TEST_INSIDES } from './TEST_INSIDES'
import type { TestPortal, TestPortalOptions, TestRequest } from './TestPortal'

const GLOBALS = ['AbortController', 'Headers', 'Request', 'Response', 'TextEncoder', 'structuredClone']

const EVERYTHING: PortalGrant['allow'] = {
  customer_data: true,
  push_data: true,
  delete_data: () => true,
  delete_customer: true,
}

/** More prefetched links than a minute may have. They never grow old. */
const NO_PREFETCH: number[] = Array.from({ length: 100 }, () => Number.POSITIVE_INFINITY)

/**
 * Makes a whole backend for one test: sandbox, handler and client in memory, and a provider for them. It uses no network.
 *
 * @example
 * const portal = createTestPortal()
 * render(<Reservations />, { wrapper: portal.Provider })
 */
export function createTestPortal(options: TestPortalOptions = {}): TestPortal {
  const { grant: firstGrant, handler: handlerOptions, ...sandboxOptions } = options
  const problem = missingGlobals(GLOBALS)
  if (problem) {
    throw new Error(
      `createTestPortal cannot start. ${problem} In Jest: setupFiles: ['react-seam-portal/testing/jest'].`,
    )
  }
  const { portalPage, portalOrigin, seed = [] } = sandboxOptions
  const address = portalPage ?? portalOrigin
  const portalOrigins = address === undefined ? PORTAL_ORIGINS : [new URL(address).origin]
  holdFrames(portalOrigins)
  askForDialog()

  const sandbox = createSandbox(sandboxOptions)
  const requests: { -readonly [Name in keyof TestRequest]: TestRequest[Name] }[] = []
  const failures = new Failures()
  const sessions = new Set<PortalSession>()
  const links: PortalLink[] = []
  const expiry = new Set<() => Promise<void>>()
  let granted: PortalGrant = { customer_key: seed[0]?.customer_key ?? 'test-customer', allow: EVERYTHING }
  let refusal: null | false | undefined

  const answer = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    fetch: sandbox.fetch,
    portalOrigins,
    ...handlerOptions,
    authorize: () => (refusal === undefined ? granted : refusal),
  } as PortalHandlerOptions)

  const handler: PortalHandler = async (request, context) => {
    if (request.method === 'OPTIONS') return answer(request, context)
    const entry = {
      operation: operationOf(request),
      body: undefined,
      status: undefined,
    } as (typeof requests)[0]
    requests.push(entry)
    entry.body = await bodyOf(request.clone())
    const code = failures.take()
    allowPrefetch()
    const response = code ? answerFailure(code) : await answer(request, context)
    entry.status = response.status
    return response
  }

  // A whole address: in Node there is no page, and nothing is sent there.
  const plain = createPortalClient({
    endpoint: 'http://localhost/api/seam',
    // It waits longer than the handler does, as in production.
    timeout: (handlerOptions?.timeout ?? 15_000) + 5_000,
    fetch: (request) => handler(request),
  })
  const client: PortalClient = {
    ...plain,
    async createPortal(input, call) {
      const link = await plain.createPortal(input, call)
      links.push(link)
      return link
    },
  }

  function grant(change: Partial<PortalGrant> | null | false): void {
    refusal = change === null || change === false ? change : undefined
    if (change) granted = { ...granted, ...change }
  }

  /** A prefetch that fails is made again at the click: the failure would not reach the host. */
  function allowPrefetch(): void {
    for (const session of sessions) session.prefetched = failures.isEmpty ? [] : NO_PREFETCH
  }

  if (firstGrant !== undefined) grant(firstGrant)
  const portal: TestPortal = {
    Provider: createTestProvider({
      client,
      portalOrigins,
      join(session) {
        sessions.add(session)
        allowPrefetch()
        return () => void sessions.delete(session)
      },
    }),
    client,
    handler,
    sandbox,
    requests,
    grant,
    fail(code, { times = 1 } = {}) {
      const fault = failureProblem(code, times)
      if (fault) throw new Error(`fail('${code}') of the test portal cannot be done. ${fault}`)
      failures.add(code, times)
      allowPrefetch()
    },
    expireLinks() {
      return outsideAct(async () => {
        // A `Date` header counts whole seconds, so "now" could be a second ahead of what a page takes for now.
        const end = new Date((sandboxOptions.now ?? Date.now)() - 1000).toISOString()
        // The same objects that the provider's parts hold, and those that the sandbox's pages look at.
        for (const link of [...links, ...sandbox.portals]) {
          if (!link.expires_at || link.expires_at > end) link.expires_at = end
        }
        // Wakes the code that waits for the end of a link. Of the events that do, a page itself listens to this one least.
        globalThis.window?.dispatchEvent(new Event('pageshow'))
        for (const expire of expiry) await expire()
      })
    },
  }
  TEST_INSIDES.set(portal, {
    portalOrigins,
    expiry,
    willFail: () => !failures.isEmpty,
    refuse: (code) => failures.add(code, Number.POSITIVE_INFINITY),
  })
  return portal
}

function failureProblem(code: PortalErrorCode, times: number): string | undefined {
  if (!Object.hasOwn(PORTAL_ERRORS, code)) {
    return `There is no such error code, so no answer could fail with it. The codes: ${Object.keys(PORTAL_ERRORS).join(', ')}.`
  }
  if (!(times >= 1) || (Number.isFinite(times) && !Number.isInteger(times))) {
    return `\`times\` is ${String(times)}. It counts failures, so it must be a whole number from 1, or Infinity.`
  }
  return OTHER_WAYS[code]
}

function operationOf({ url }: Request): Operation | undefined {
  return /\/customers\/(create_portal|push_data|delete_data)$/.exec(new URL(url).pathname)?.[1] as
    | Operation
    | undefined
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await request.text())
  } catch {
    // The handler answers what is wrong with it.
    return undefined
  }
}
