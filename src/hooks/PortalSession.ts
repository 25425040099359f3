import type { QueryClient, UseQueryOptions } from '@tanstack/react-query'
import type { CreatePortalInput } from '../client/createPortalClient'
import type { PortalError } from '../client/PortalError'
import type { Park } from '../frames/createPark'
import type { PortalLink } from '../schemas/PortalLink'
import type { PortalConfig } from './PortalConfig'

/** A link made on the server, or the promise of one. */
export type InitialPortal = PortalLink | Promise<PortalLink> | undefined

/** One different request, and what goes on for it. */
export interface LinkQuery extends Omit<UseQueryOptions<PortalLink, PortalError>, 'queryFn'> {
  id: number
  queryFn: () => Promise<PortalLink>
  /** How many need it. */
  holders: number
  /** Aborts what is in flight. */
  flight?: AbortController | undefined
  /** A link made on the server serves once: asking again, which `false` says, means that it did not do. */
  initial?: InitialPortal | false
}

/**
 * Everything that is alive for one signed-in user: their links, and what is in flight. It ends with them.
 * `config` is asked at each use, so that a new callback or header never restarts anything.
 */
export interface PortalSession {
  /** Tells one session from the next, so that what a hook keeps is thrown away with it. */
  readonly id: number
  /** Nobody is signed in: nothing runs. */
  readonly idle: boolean
  /** The provider's own, for all sessions: TanStack's hooks cannot change theirs. */
  readonly queries: QueryClient
  readonly config: () => PortalConfig
  /** Aborted when the session ends. */
  readonly signal: AbortSignal
  /** Where frames wait to be shown again, when the host keeps them alive. */
  park: Park | undefined
  /**
   * The query of a link. Equal requests have the same one, however they are written. A link made on the server is
   * taken by the first request of the first user it is given for, and by no other ever.
   */
  linkQuery: (input: CreatePortalInput, initial?: InitialPortal) => LinkQuery
  /** Whether the link is there, or in flight. */
  has: (input: CreatePortalInput) => boolean
  /** A link once, for whoever asks in person: the one that is there, or in flight, or a new one. */
  fetchLink: (input: CreatePortalInput, fresh?: boolean) => Promise<PortalLink>
  /** Whether nobody is signed in any more, as far as the backend has said. */
  readonly refused: boolean
  /** When links were made ahead, on the monotonic clock. */
  prefetched: number[]
  /** Says that somebody needs a link. When the last one lets go, what is in flight for it is given up. */
  hold: (query: LinkQuery) => () => void
  /** Begins to live, again after StrictMode's rehearsal; the returned function ends it unless that happens. */
  start: () => () => void
  /** Ends everything at once. Late answers are dropped. */
  end: () => void
}
