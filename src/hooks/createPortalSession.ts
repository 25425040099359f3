import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { CreatePortalInput } from '../client/createPortalClient'
import { expandCustomerKey } from '../client/expandCustomerKey'
import { linkLifetime } from '../client/linkLifetime'
import { PortalError } from '../client/PortalError'
import { readLink } from '../client/readLink'
import { toPortalError } from '../client/toPortalError'
import type { PortalLink } from '../schemas/PortalLink'
import { portalUrlProblem } from '../wire/portalUrlProblem'
import type { PortalConfig } from './PortalConfig'
import type { LinkQuery, PortalSession } from './PortalSession'

/** A link is not handed out any more when it has less than this left, in milliseconds: a page must still load. */
const MARGIN = 30_000

/** Links of parts on the page asked for at a time, as many as a browser opens connections to one host. */
const AT_ONCE = 6

// One count for all sessions, so that nothing of one is ever taken for something of another.
let serial = 0

/** Begins the session of one signed-in user, or of nobody. */
export function createPortalSession(
  queries: QueryClient,
  config: () => PortalConfig,
  idle: boolean,
): PortalSession {
  const asked = new Map<string, LinkQuery>()
  let life = new AbortController()
  let started = 0
  // Nobody is signed in any more: whoever asks unasked gets the same answer without asking.
  let refused: PortalError | undefined
  let asking = 0
  const queue: (() => void)[] = []

  async function create(input: CreatePortalInput, query: LinkQuery, waits = true): Promise<PortalLink> {
    const { client, portalOrigins } = config()
    const flight = (query.flight = new AbortController())
    const { signal } = flight
    // A part may still ask between the end of its session and its next drawing.
    if (life.signal.aborted) flight.abort()
    const { initial } = query
    // Links that are there wait for nobody, and neither does who points at a button or presses it.
    const queued = waits && !initial
    const attempt = async (ready?: LinkQuery['initial']) => {
      signal.throwIfAborted()
      const answer = ready || client.createPortal?.(expandCustomerKey(input), { signal })
      // A client may go on regardless: nobody waits for it.
      const gone = new Promise((_, reject) => signal.addEventListener('abort', reject))
      const link = readLink(await Promise.race([answer, gone]))
      const problem = portalUrlProblem(link.url, portalOrigins)
      if (problem)
        throw new PortalError('portal_url_refused', `The portal's address cannot be trusted: ${problem}.`)
      return link
    }
    try {
      // What still waits when the backend says that nobody is signed in is never sent.
      if (queued && asking++ >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
      if (refused) throw refused
      const began = performance.now()
      query.initial = false
      let link = await attempt(initial)
      if (linkLifetime(link)() <= 0) link = await attempt()
      if (linkLifetime(link)() <= 0) throw new PortalError('expired')
      config().onEvent?.({ type: 'create', duration: performance.now() - began })
      return link
    } catch (thrown) {
      const error = toPortalError(signal.reason ?? thrown)
      if (error.code === 'unauthorized') refused = error
      if (!signal.aborted) config().onEvent?.({ type: 'error', code: error.code, requestId: error.requestId })
      throw error
    } finally {
      // One that was given up may end after the next has begun.
      if (query.flight === flight) query.flight = undefined
      if (queued) {
        asking -= 1
        queue.shift()?.()
      }
    }
  }

  function giveUp(query: LinkQuery): void {
    query.flight?.abort()
    queries.removeQueries(query)
  }

  const session: PortalSession = {
    id: (serial += 1),
    idle,
    queries,
    config,
    park: undefined,
    prefetched: [],
    get refused() {
      return !!refused
    },
    get signal() {
      return life.signal
    },
    linkQuery(input, initial) {
      const hash = hashKey([input])
      let query = asked.get(hash)
      if (!query) {
        query = {
          id: (serial += 1),
          // A number and not the request: query keys show in tools, and a request can hold a guest's address.
          queryKey: [serial],
          queryFn: () => create(input, query as LinkQuery),
          retry: isSafeToRepeat,
          staleTime: ({ state: { data } }) => (isFresh(data) ? Number.POSITIVE_INFINITY : 0),
          holders: 0,
        }
        asked.set(hash, query)
      }
      // By its address, which stays the same when a page writes the link anew.
      const mark = (initial as PortalLink | undefined)?.url ?? initial
      const { spent } = config()
      if (mark && !idle && !spent.has(mark)) {
        spent.add(mark)
        query.initial ??= initial
      }
      return query
    },
    has(input) {
      const { flight, queryKey } = session.linkQuery(input)
      return !!flight || isFresh(queries.getQueryData(queryKey))
    },
    async fetchLink(input, fresh = false) {
      if (idle) throw new PortalError('unauthorized')
      const { signal } = life
      const query = session.linkQuery(input)
      const release = session.hold(query)
      refused = undefined
      try {
        return await queries.fetchQuery({
          ...query,
          // Only Retry waits with the parts: when a connection is back, all of them ask again at once.
          queryFn: () => create(input, query, fresh),
          ...(fresh && { staleTime: 0 }),
        } as never)
      } catch (thrown) {
        throw toPortalError(signal.reason ?? thrown)
      } finally {
        release()
      }
    },
    hold(query) {
      query.holders += 1
      return () => {
        query.holders -= 1
        // StrictMode lets go and takes hold again in one breath: only who is gone after it is gone.
        queueMicrotask(() => {
          if (query.holders || !query.flight) return
          giveUp(query)
        })
      }
    },
    start() {
      started += 1
      if (life.signal.aborted) life = new AbortController()
      return () => {
        started -= 1
        queueMicrotask(() => {
          if (!started) session.end()
        })
      }
    },
    end() {
      life.abort()
      session.park?.clear()
      asked.forEach(giveUp)
    },
  }
  return session
}

function isFresh(link: PortalLink | undefined): boolean {
  return !!link && linkLifetime(link)() > MARGIN
}

/**
 * Creating a portal makes something at the vendor's, so only what broke off without an answer, and most likely never got
 * through, is sent again; and once what a server refused because it was busy.
 */
function isSafeToRepeat(count: number, { code, status }: PortalError): boolean {
  return count < 2 && ((code === 'proxy_unreachable' && !status) || (!count && status === 503))
}
