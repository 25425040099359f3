import type { PortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import {
  createLinkEntry,
  type FetchLinkOptions,
  type InitialPortal,
  type LinkEntry,
  type LinkRecord,
} from './createLinkEntry'
import { createLinkMaker } from './createLinkMaker'
import type { PortalConfig } from './createPortalSession'

/** What the links of one session are made with. */
export interface LinksOptions {
  config: () => PortalConfig
  /** Aborted when the session ends. */
  signal: () => AbortSignal
  /** The server-made links that were taken already, by address or promise. It outlives sessions. */
  consumedLinks: Set<unknown>
}

/** The links of one signed-in user. */
export interface Links {
  /** The backend's 401, until a user asks again. Automatic requests fail at once with the same error. */
  unauthorized: PortalError | undefined
  /** The entry of a request, made when it is first needed. Equal requests share one, however they are written. */
  readonly entry: (request: CreatePortalRequest) => LinkEntry
  /** The same, or undefined before it is needed. It changes nothing, so it may run during a render. */
  readonly peek: (request: CreatePortalRequest) => LinkEntry | undefined
  /** Gives the first request of a server-made link. Each such link serves one request of one session. */
  readonly offer: (request: CreatePortalRequest, initial: InitialPortal) => void
  /** Makes a link that a user asked for. It also ends the memory of an earlier 401. Rejects with a PortalError. */
  readonly fetch: (request: CreatePortalRequest, options?: FetchLinkOptions) => Promise<LinkRecord>
  /** Aborts every request and forgets every link. */
  readonly clear: () => void
}

/** Keeps one entry for each request of a session. */
export function createLinks({ config, signal, consumedLinks }: LinksOptions): Links {
  const entries = new Map<string, LinkEntry>()
  const links: Links = {
    unauthorized: undefined,
    entry(request) {
      const key = keyOf(request)
      const found = entries.get(key) ?? createLinkEntry(request, make, signal)
      entries.set(key, found)
      return found
    },
    peek: (request) => entries.get(keyOf(request)),
    offer(request, initial) {
      if (!initial) return
      // By its address: a page that renders again writes the same link as a new object.
      const mark = 'url' in initial ? initial.url : initial
      if (consumedLinks.has(mark)) return
      consumedLinks.add(mark)
      links.entry(request).offer(initial)
    },
    fetch(request, options) {
      links.unauthorized = undefined
      return links.entry(request).fetch(options)
    },
    clear() {
      // The entries stay: React may show a hidden provider again, and its parts still hold them.
      for (const entry of entries.values()) entry.clear()
    },
  }
  const make = createLinkMaker(config, links)
  return links
}

/** The same text for equal requests, whatever the order of their fields. A list counts as a record of its places. */
function keyOf(request: CreatePortalRequest): string {
  return JSON.stringify(request, (_, value: unknown) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  )
}
