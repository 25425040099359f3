import { PortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import { type MakeLink, readRecord } from './createLinkMaker'
import type { PortalLink } from '../schemas/PortalLink'

/** A link is handed out while it has more than this left, in milliseconds: its page must still load. */
const MARGIN = 30_000

/** A request in flight. */
interface Flight {
  controller: AbortController
  result: Promise<LinkRecord>
}

// One count for all sessions, so that no part takes an entry of one session for an entry of another.
let count = 0

/** Keeps the link of one request: makes it, shares it, and tells subscribers. `signal` is aborted when the session ends. */
export function createLinkEntry(
  request: CreatePortalRequest,
  make: MakeLink,
  signal: () => AbortSignal,
): LinkEntry {
  const listeners = new Set<() => void>()
  let record: LinkRecord | undefined
  let error: PortalError | undefined
  let flight: Flight | undefined
  // null after the first request: then it is too late for a link made on the server.
  let initial: Promise<LinkRecord> | null | undefined

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function start(queued: boolean): Flight {
    const controller = new AbortController()
    const result = make(request, {
      signal: controller.signal,
      queued,
      takeInitial() {
        const taken = initial
        initial = null
        return taken
      },
    })
    const settle = (made: LinkRecord | undefined, reason?: PortalError) => {
      // The next request may have begun.
      if (controller.signal.aborted) return
      flight = undefined
      record = made
      error = reason
      tell()
    }
    result.then(settle, (reason: PortalError) => settle(record, reason))
    flight = { controller, result }
    tell()
    return flight
  }

  function abort(): void {
    flight?.controller.abort()
    flight = undefined
  }

  function isFresh(): boolean {
    return !!record && record.remaining() > MARGIN
  }

  function subscribe(onChange: () => void): () => void {
    listeners.add(onChange)
    return () => {
      listeners.delete(onChange)
      // StrictMode unmounts and remounts synchronously; wait one microtask before aborting.
      queueMicrotask(() => {
        if (!listeners.size) abort()
      })
    }
  }

  return {
    id: (count += 1),
    get record() {
      return record
    },
    get error() {
      return error
    },
    get fetching() {
      return !!flight
    },
    isFresh,
    offer(given) {
      if (initial !== undefined) return
      // Its time runs from now on, also when it is used an hour later.
      initial = Promise.resolve(given).then(readRecord)
      // One that was not made is asked for when it is needed.
      initial.catch(() => {})
    },
    hasInitial: () => !!initial,
    async fetch({ renew = false, queued = false, held = true } = {}) {
      if (record && !renew && isFresh()) return record
      // A stale function of a host can ask between the end of its session and its next render.
      if (signal().aborted) throw new PortalError('aborted')
      const leave = held ? subscribe(() => {}) : undefined
      return (flight ?? start(queued)).result.finally(leave)
    },
    subscribe,
    clear() {
      abort()
      record = undefined
      error = undefined
      tell()
    },
  }
}

/** A link made on the server, or the promise of one. */
export type InitialPortal = PortalLink | Promise<PortalLink> | undefined

/** A link, and how long it still works. */
export interface LinkRecord {
  link: PortalLink
  /** Milliseconds until the link ends, by the server's clock; Infinity when the link does not say. */
  remaining: () => number
}

/** How a link is asked for. */
export interface FetchLinkOptions {
  /** Make a new link even if a fresh one is there. One that is in flight is shared. */
  renew?: boolean
  /** Wait for a free place among the requests of parts on the page. */
  queued?: boolean
  /** Keep the request alive for the caller. Without it, the request is aborted when the last subscriber leaves. @default true */
  held?: boolean
}

/** One request, its newest link, and what is in flight for it. All parts that ask for the same share one. */
export interface LinkEntry {
  /** Tells one request from another. It is a number, since a request can hold a guest's e-mail address. */
  readonly id: number
  /** The newest link, also when it has ended. */
  readonly record: LinkRecord | undefined
  /** Why the newest request failed; undefined once a link has come. */
  readonly error: PortalError | undefined
  /** Whether a request is in flight, or waits for its next attempt. */
  readonly fetching: boolean
  /** Whether the link can be handed out: it has enough time left to load a page. */
  readonly isFresh: () => boolean
  /** Takes a link made on the server, to be used in place of the first request. After that one it is too late. */
  readonly offer: (initial: NonNullable<InitialPortal>) => void
  /** Whether a link made on the server waits to be used. */
  readonly hasInitial: () => boolean
  /** Gives the link if it is fresh, shares the request in flight, or makes one. Rejects with a PortalError. */
  readonly fetch: (options?: FetchLinkOptions) => Promise<LinkRecord>
  /**
   * Calls back at every change, until the returned function is called. When the last subscriber leaves, the request in
   * flight is aborted.
   */
  readonly subscribe: (onChange: () => void) => () => void
  /** Aborts the request in flight, and forgets the link. */
  readonly clear: () => void
}
