import type { PortalError } from '../client/PortalError'
import type { PortalLink } from '../schemas/PortalLink'

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
  readonly offer: (initial: InitialPortal) => void
  /** Whether a link made on the server waits to be used. */
  readonly hasInitial: () => boolean
  /** Makes the link that its subscribers need, unless a fresh one is there or in flight. */
  readonly ensure: () => void
  /** Makes the link for one caller, or shares the request in flight. Rejects with a PortalError. */
  readonly fetch: (options?: FetchLinkOptions) => Promise<LinkRecord>
  /**
   * Calls back at every change, until the returned function is called. When the last subscriber leaves, the request in
   * flight is aborted.
   */
  readonly subscribe: (onChange: () => void) => () => void
  /** Aborts the request in flight, and forgets the link. */
  readonly clear: () => void
}
