import { hashKey, type QueryClient, type UseQueryOptions } from '@tanstack/react-query'
import type { CreatePortalInput } from '../client/createPortalClient'
import { expandCustomerKey } from '../client/expandCustomerKey'
import { linkLifetime } from '../client/linkLifetime'
import { PortalError } from '../client/PortalError'
import { readLink } from '../client/readLink'
import { toPortalError } from '../client/toPortalError'
import { createPark, type Park } from '../frames/createPark'
import { preconnect } from '../frames/preconnect'
import type { PortalLink } from '../schemas/PortalLink'
import { portalUrlProblem } from '../wire/portalUrlProblem'
import type { PortalConfig } from './PortalConfig'

/** A link is not handed out any more when it has less than this left, in milliseconds: a page must still load. */
const MARGIN = 30_000

/** Links made ahead in one minute, for pointers that wander over long lists: each is a session at the vendor's. */
const MOST_PREFETCHES = 10

// One count for all sessions, so that nothing of one is ever taken for something of another.
let serial = 0

/** A number for each different request. */
export type LinkKey = readonly [id: number]

/** How to ask for one link, and who may be asked for it again. */
export interface LinkQuery extends Omit<UseQueryOptions<PortalLink, PortalError>, 'queryFn'> {
  queryKey: LinkKey
  queryFn: () => Promise<PortalLink>
}

/**
 * Everything that is alive for one signed-in user: their links, and what is in flight. It ends with them.
 * `config` is asked at each use, so that a new callback or header never restarts anything.
 */
export interface PortalSession {
  /** Nobody is signed in: nothing runs. */
  readonly idle: boolean
  /** The provider's own, for all sessions: TanStack's hooks cannot change theirs. */
  readonly queries: QueryClient
  readonly config: () => PortalConfig
  /** The query of a link. Equal requests have the same one, however they are written. */
  linkQuery: (input: CreatePortalInput, initialPortal?: PortalLink | Promise<PortalLink>) => LinkQuery
  /** A link once, for whoever cannot wait on screen: the one that is there, or in flight, or a new one. */
  fetchLink: (input: CreatePortalInput, fresh?: boolean) => Promise<PortalLink>
  /** Has a link made on a mere sign that it will be needed; says whether one may be. */
  prefetch: (input: CreatePortalInput) => boolean
  /** Frames that wait to be shown again. */
  readonly park: Park
  /** Counts a frame that was made ahead, and cools the oldest when there are too many, or it has waited too long. */
  warmUp: (cool: () => void) => () => void
  /** Says that somebody needs a link. When the last one lets go, what is in flight for it is given up. */
  hold: (key: LinkKey) => () => void
  /** Aborted when the session ends. */
  readonly signal: AbortSignal
  /** Begins to live, again after StrictMode's rehearsal; the returned function ends it unless that happens. */
  start: () => () => void
  /** Ends everything at once. Late answers are dropped. */
  end: () => void
}

export function createPortalSession(
  queries: QueryClient,
  config: () => PortalConfig,
  idle: boolean,
): PortalSession {
  const ids = new Map<string, number>()
  const flights = new Map<number, AbortController>()
  const holders = new Map<number, number>()
  const seeded = new Set<number>()
  const prefetched: number[] = []
  const warm: (() => void)[] = []
  const park = createPark(() => config().keepAlive)
  let life = new AbortController()
  let started = 0

  async function create(input: CreatePortalInput, id: number, initial?: PortalLink | Promise<PortalLink>) {
    const { client, portalOrigins, onEvent } = config()
    const flight = new AbortController()
    const began = performance.now()
    flights.set(id, flight)
    const attempt = async (ready?: PortalLink | Promise<PortalLink>) => {
      const link = readLink(
        await (ready ?? client.createPortal?.(expandCustomerKey(input), { signal: flight.signal })),
      )
      if (life.signal.aborted || flight.signal.aborted)
        throw new PortalError('aborted', 'Nobody needs this portal any more.')
      const problem = portalUrlProblem(link.url, portalOrigins)
      if (problem) {
        throw new PortalError(
          'portal_url_refused',
          `The portal's address was refused: ${problem}. Opening it could show a page that is not the portal. Add its origin to portalOrigins if it is.`,
        )
      }
      return link
    }
    try {
      // A link made on the server serves once: asking again means that it did not do.
      let link = await attempt(seeded.has(id) ? undefined : initial)
      seeded.add(id)
      if (linkLifetime(link)() <= 0) link = await attempt()
      if (linkLifetime(link)() <= 0) {
        throw new PortalError(
          'expired',
          'The portal link had expired when it arrived, twice. Check the clock of the backend.',
        )
      }
      onEvent?.({ type: 'create', duration: performance.now() - began })
      return link
    } catch (thrown) {
      const error = toPortalError(thrown)
      if (!life.signal.aborted && error.code !== 'aborted')
        onEvent?.({ type: 'error', code: error.code, requestId: error.requestId })
      throw error
    } finally {
      if (flights.get(id) === flight) flights.delete(id)
    }
  }

  const session: PortalSession = {
    idle,
    queries,
    config,
    park,
    get signal() {
      return life.signal
    },
    linkQuery(input, initialPortal) {
      const hash = hashKey([input])
      const id = ids.get(hash) ?? ++serial
      ids.set(hash, id)
      return {
        // A number and not the request: query keys show in tools, and a request can hold a guest's address.
        queryKey: [id],
        queryFn: () => create(input, id, initialPortal),
        retry: isSafeToRepeat,
        staleTime: ({ state }) =>
          state.data && linkLifetime(state.data)() > MARGIN ? Number.POSITIVE_INFINITY : 0,
      }
    },
    async fetchLink(input, fresh) {
      const query = session.linkQuery(input)
      const release = session.hold(query.queryKey)
      try {
        return await queries.fetchQuery(fresh ? { ...query, staleTime: 0 } : (query as never))
      } catch (thrown) {
        throw toPortalError(thrown)
      } finally {
        release()
      }
    },
    prefetch(input) {
      const { customer_data } = input
      const writes = customer_data && Object.keys(customer_data).some((name) => name !== 'customer_key')
      const now = performance.now()
      if (idle || writes || (navigator as Saving).connection?.saveData) return false
      const recent = prefetched.filter((time) => now - time < 60_000)
      if (recent.length >= MOST_PREFETCHES) return false
      prefetched.splice(0, prefetched.length, ...recent, now)
      preconnect(config().portalOrigins)
      session.fetchLink(input).catch(() => {})
      return true
    },
    warmUp(cool) {
      if (warm.length >= 2) warm.shift()?.()
      warm.push(cool)
      const timer = setTimeout(cool, 15 * 60_000)
      return () => {
        clearTimeout(timer)
        warm.splice(warm.indexOf(cool), warm.includes(cool) ? 1 : 0)
      }
    },
    hold(key) {
      const [id] = key
      holders.set(id, (holders.get(id) ?? 0) + 1)
      return () => {
        holders.set(id, (holders.get(id) ?? 1) - 1)
        // StrictMode lets go and takes hold again in one breath: only who is gone after it is gone.
        queueMicrotask(() => {
          const flight = flights.get(id)
          if (holders.get(id) || !flight) return
          flight.abort()
          queries.removeQueries({ queryKey: key, exact: true })
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
      park.clear()
      for (const flight of flights.values()) flight.abort()
      for (const id of ids.values()) queries.removeQueries({ queryKey: [id] })
    },
  }
  return session
}

interface Saving {
  connection?: { saveData?: boolean }
}

/** Creating a portal makes something at the vendor's, so only a request that never got through is sent again. */
function isSafeToRepeat(count: number, { code, status }: PortalError): boolean {
  return count < 2 && ((code === 'proxy_unreachable' && status === 0) || (count < 1 && status === 503))
}
