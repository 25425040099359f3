import { PortalError, toPortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import { portalUrlProblem } from '../wire/portalUrlProblem'
import type { LinkRecord } from './createLinkEntry'
import type { PortalConfig } from './createPortalSession'
import { linkLifetime } from '../client/linkLifetime'
import { readLink } from '../client/readAnswer'

/** Requests of parts on the page that are in flight at a time: browsers open six connections to one host. */
const AT_ONCE = 6

/** The pause before the first retry, in milliseconds. It doubles for the second. */
const PAUSE = 1000

/** Milliseconds that the provider's client has for an answer. The library's own client gives up earlier. */
const ANSWER_LIMIT = 120_000

/** Milliseconds that a promise of a server-made link has. After that, the link is requested. */
const INITIAL_LIMIT = 20_000

/** What links are made with. */
export interface LinkMakerOptions {
  config: () => PortalConfig
  /** The 401 that the backend gave before: automatic requests fail at once with the same error. */
  refusal: () => PortalError | undefined
  onUnauthorized: (error: PortalError) => void
}

/** How one link is made. */
export interface MakeLinkCall {
  signal: AbortSignal
  /** Wait for a free place among the requests of parts on the page. */
  queued: boolean
  /** Gives the server-made link the first time, and undefined after that. */
  takeInitial: () => Promise<LinkRecord> | undefined
}

/** Makes a link for a request, or rejects with a PortalError. */
export type MakeLink = (request: CreatePortalRequest, call: MakeLinkCall) => Promise<LinkRecord>

/** Gives the function that makes the links of one session: at most six at a time, with retries where they are safe. */
export function createLinkMaker({ config, refusal, onUnauthorized }: LinkMakerOptions): MakeLink {
  let inFlight = 0
  const waiting: (() => void)[] = []

  /** Waits for a free place. A server-made link needs none, but the request in place of one that did not come does. */
  async function inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    try {
      if ((inFlight += 1) > AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
      return await run()
    } finally {
      inFlight -= 1
      waiting.shift()?.()
    }
  }

  async function makeOnce(
    request: CreatePortalRequest,
    { signal, queued, takeInitial }: MakeLinkCall,
  ): Promise<LinkRecord> {
    let began = performance.now()
    const check = () => {
      signal.throwIfAborted()
      const refused = refusal()
      if (refused) throw refused
    }
    const ask = async () => {
      check()
      began = performance.now()
      try {
        const answer = config().client.createPortal?.(request, { signal })
        return readRecord(await within(ANSWER_LIMIT, answer, signal))
      } catch (thrown) {
        const error = toPortalError(signal.reason ?? thrown)
        // Before the next one in the queue is sent.
        if (error.code === 'unauthorized') onUnauthorized(error)
        throw error
      }
    }
    const make = async (initial?: LinkRecord) => {
      const made = initial ?? (await (queued ? inTurn(ask) : ask()))
      const problem = portalUrlProblem(made.link.url, config().portalOrigins)
      if (problem)
        throw new PortalError('portal_url_refused', `The portal's address cannot be trusted: ${problem}.`)
      return made
    }
    check()
    const initial = takeInitial()
    // A server-made link that did not come in time, or cannot be read, is asked for here.
    let record = await make(initial && (await within(INITIAL_LIMIT, initial, signal).catch(() => undefined)))
    // A link that has ended on arrival is asked for once more.
    if (record.remaining() <= 0) record = await make()
    if (record.remaining() <= 0) throw new PortalError('expired')
    // The session may have ended while the answer was read.
    signal.throwIfAborted()
    config().onEvent?.({ type: 'create', duration: performance.now() - began })
    return record
  }

  async function attempt(request: CreatePortalRequest, call: MakeLinkCall): Promise<LinkRecord> {
    const { signal } = call
    try {
      return await makeOnce(request, call)
    } catch (thrown) {
      const error = toPortalError(signal.reason ?? thrown)
      if (!signal.aborted) config().onEvent?.({ type: 'error', code: error.code, requestId: error.requestId })
      throw error
    }
  }

  return async (request, call) => {
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt(request, call)
      } catch (thrown) {
        if (call.signal.aborted || !isSafeToRepeat(failures, thrown as PortalError)) throw thrown
        await pause(PAUSE * 2 ** failures, call.signal)
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
 * Creating a portal makes something at the vendor's. So only a request that most likely never arrived is sent again,
 * twice at most, and one that a busy server refused, once.
 */
function isSafeToRepeat(failures: number, { code, status }: PortalError): boolean {
  return (failures < 2 && code === 'proxy_unreachable' && !status) || (failures === 0 && status === 503)
}

/** A custom client may ignore the abort signal, or never answer. So the abort and a time limit end the wait. */
function within<Value>(limit: number, value: Promise<Value> | Value, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new PortalError('timeout')), limit)
    const settled = () => clearTimeout(timer)
    signal.addEventListener('abort', () => {
      settled()
      reject(signal.reason as Error)
    })
    Promise.resolve(value).then(resolve, reject).finally(settled)
  })
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })
}
