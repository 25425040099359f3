import { isPortalError, PortalError, toPortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import { portalUrlProblem } from '../wire/portalUrlProblem'
import type { LinkRecord } from './createLinkEntry'
import type { Links } from './createLinks'
import type { PortalConfig } from './createPortalSession'
import { linkLifetime } from '../client/linkLifetime'
import { readLink } from '../client/readAnswer'
import { pause, within } from '../client/within'

/** Requests of parts on the page that are in flight at a time: browsers open six connections to one host. */
const AT_ONCE = 6

/** The pause before the first retry, in milliseconds. It doubles for the second. */
const FIRST_PAUSE = 1000

/** Milliseconds that the provider's client has for an answer. The library's own client gives up earlier. */
const ANSWER_LIMIT = 120_000

/** Milliseconds that a promise of a server-made link has. After that, the link is requested. */
const INITIAL_LIMIT = 20_000

/** How one link is made. */
export interface MakeLinkCall {
  signal: AbortSignal
  /** Wait for a free place among the requests of parts on the page. */
  queued: boolean
  /** Gives the server-made link the first time, and nothing after that. */
  takeInitial: () => Promise<LinkRecord> | null | undefined
}

/** Makes a link for a request, or rejects with a PortalError. */
export type MakeLink = (request: CreatePortalRequest, call: MakeLinkCall) => Promise<LinkRecord>

/**
 * Gives the function that makes the links of one session: at most six at a time, with retries where they are safe.
 * It notes a 401 of the backend in `links`, and makes no further link before a user asks again.
 */
export function createLinkMaker(config: () => PortalConfig, links: Pick<Links, 'unauthorized'>): MakeLink {
  let inFlight = 0
  const waiting: (() => void)[] = []

  /** Waits for a free place. A server-made link needs none, but the request in place of one that did not come does. */
  async function inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    if ((inFlight += 1) > AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    return run().finally(() => {
      inFlight -= 1
      waiting.shift()?.()
    })
  }

  async function makeOnce(
    request: CreatePortalRequest,
    { signal, queued, takeInitial }: MakeLinkCall,
  ): Promise<LinkRecord> {
    let began = performance.now()
    const check = () => {
      signal.throwIfAborted()
      if (links.unauthorized) throw links.unauthorized
    }
    const send = async () => {
      check()
      began = performance.now()
      try {
        const answer = await within(ANSWER_LIMIT, signal, async (own) =>
          config().client.createPortal?.(request, { signal: own }),
        )
        return readRecord(answer)
      } catch (thrown) {
        // Before the next one in the queue is sent.
        if (isPortalError(thrown) && thrown.code === 'unauthorized') links.unauthorized = thrown
        throw thrown
      }
    }
    const ask = () => (queued ? inTurn(send) : send())

    check()
    const initial = takeInitial()
    let record = initial && (await within(INITIAL_LIMIT, signal, () => initial).catch(() => undefined))
    // A server-made link that did not come in time, or cannot be read, is asked for here.
    record ??= await ask()
    // A link that has ended on arrival is asked for once more.
    if (record.remaining() <= 0) record = await ask()
    const problem = portalUrlProblem(record.link.url, config().portalOrigins)
    if (problem)
      throw new PortalError('portal_url_refused', `The portal's address cannot be trusted: ${problem}.`)
    if (record.remaining() <= 0) throw new PortalError('expired')
    // The session may have ended while the answer was read.
    signal.throwIfAborted()
    config().onEvent?.({ type: 'create', duration: performance.now() - began })
    return record
  }

  return async (request, call) => {
    const { signal } = call
    for (let failures = 0; ; failures += 1) {
      try {
        return await makeOnce(request, call)
      } catch (thrown) {
        const error = toPortalError(thrown)
        if (signal.aborted) throw error
        config().onEvent?.({ type: 'error', code: error.code, requestId: error.requestId })
        if (failures >= repeatsOf(error)) throw error
        // After an abort, the next attempt fails at once.
        await pause(FIRST_PAUSE * 2 ** failures, signal)
      }
    }
  }
}

/** Reads the link in an answer, and starts to count how long it still works. Throws a PortalError. */
export function readRecord(answer: unknown): LinkRecord {
  const link = readLink(answer)
  return { link, remaining: linkLifetime(link) }
}

/**
 * How often a failed request may be sent again. Creating a portal makes something at the vendor's. So only a request
 * that most likely never arrived is sent again, twice at most, and one that a busy server refused, once.
 */
function repeatsOf({ code, status }: PortalError): number {
  if (status === 503) return 1
  return code === 'proxy_unreachable' && !status ? 2 : 0
}
