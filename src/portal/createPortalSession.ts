import type { FrameCache } from '../frames/createFrameCache'
import { createLinks, type Links } from './createLinks'
import type { DeleteDataOptions } from '../client/createPortalClient'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CustomerData } from '../schemas/CustomerData'
import type { DeletionKeys } from '../schemas/DeleteDataRequest'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/** Something that lives as long as a session: a portal on the page, or a cache. */
export interface SessionMember {
  /** The session has ended: everything of this user goes. */
  end: () => void
  /** The session continues: React had only hidden its provider. */
  resume?: () => void
}

/**
 * Everything alive for one signed-in user: their links, their portals, and what is in flight.
 * `config` is read at each use, so a new callback or header restarts nothing.
 */
export interface PortalSession {
  /** Tells one session from the next. */
  readonly id: number
  /** Whether a user is signed in. Without one, nothing runs. */
  readonly isSignedIn: boolean
  readonly config: () => PortalConfig
  readonly links: Links
  /** Aborted when the session ends. */
  readonly signal: AbortSignal
  /** Loaded frames that wait for their part to come back, when the host keeps frames alive. */
  frameCache: FrameCache | undefined
  /** When links were prefetched, in milliseconds on the monotonic clock. */
  prefetched: number[]
  /** Adds a member; the returned function removes it. */
  readonly join: (member: SessionMember) => () => void
  /** Begins the session, again after StrictMode's rehearsal; the returned function ends it unless that happens. */
  readonly start: () => () => void
  /** Ends everything at once. A late answer is dropped. */
  readonly end: () => void
}

/** What a session is made with. */
export interface PortalSessionOptions {
  config: () => PortalConfig
  isSignedIn: boolean
  /** The server-made links that were taken already. It outlives sessions: each link serves one user only. */
  consumedLinks: Set<unknown>
}

let count = 0

/** Makes the session of one signed-in user, or of a signed-out page. */
export function createPortalSession({
  config,
  isSignedIn,
  consumedLinks,
}: PortalSessionOptions): PortalSession {
  const members = new Set<SessionMember>()
  let life = new AbortController()
  let starts = 0
  const session: PortalSession = {
    id: (count += 1),
    isSignedIn,
    config,
    links: createLinks({ config, consumedLinks, signal: () => life.signal }),
    get signal() {
      return life.signal
    },
    frameCache: undefined,
    prefetched: [],
    join(member) {
      members.add(member)
      return () => members.delete(member)
    },
    start() {
      starts += 1
      if (life.signal.aborted) {
        life = new AbortController()
        // React runs the effects of children first: they found the session ended.
        for (const member of members) member.resume?.()
      }
      return () => {
        starts -= 1
        // StrictMode unmounts and remounts synchronously; wait one microtask before ending.
        queueMicrotask(() => {
          if (!starts) session.end()
        })
      }
    },
    end() {
      life.abort()
      for (const member of members) member.end()
      session.frameCache?.clear()
      session.links.clear()
    },
  }
  return session
}

/**
 * Any object that reaches a backend. Each method is optional and gives the vendor's answer, the bare link, or the
 * vendor's error envelope. A server action becomes one in a closure: `{ createPortal: (body) => action(body) }`.
 */
export interface PortalBackend {
  createPortal?: (body: CreatePortalRequest, call: { signal: AbortSignal }) => Promise<unknown>
  pushData?: (body: CustomerData, call: { signal: AbortSignal }) => Promise<unknown>
  deleteData?: (body: DeletionKeys, call: DeleteDataOptions & { signal: AbortSignal }) => Promise<unknown>
}

/** Something that happened, for analytics and error reports. It never holds an address, a token or a key. */
export type PortalEvent =
  | { type: 'create'; duration: number }
  | { type: 'open'; presentation: PortalPresentation }
  | { type: 'load' | 'slow' | 'push'; duration: number }
  | { type: 'error'; code: PortalErrorCode; requestId?: string | undefined }
  | { type: 'expire' | 'renew' }
  | { type: 'close'; reason: PortalCloseReason }

/** Where a portal opens. */
export type PortalPresentation = 'dialog' | 'drawer' | 'tab'

/**
 * What opened or closed a dialog. `modal`: the host's modal that it stood in was removed or hidden. `unavailable`: its
 * code could not be loaded, so nothing opened.
 */
export type PortalCloseReason = 'trigger' | 'close' | 'escape' | 'backdrop' | 'host' | 'modal' | 'unavailable'

/** What every part below a provider shares. It is read at each use, so a new callback or header restarts nothing. */
export interface PortalConfig {
  client: PortalBackend
  portalOrigins: readonly string[]
  /** Whether the library may ask the portal's origin if it answers. */
  probe: boolean
  /** Permissions of the frame beside ours, in the words of an iframe's `allow`. Read when a frame is made. */
  allow?: string | undefined
  onEvent: ((event: PortalEvent) => void) | undefined
  /** Told of each step of a portal's state machine, and of the error that caused it, for `debug`. */
  onTransition?: ((from: string, event: string, to: string, reason?: Error) => void) | undefined
}
