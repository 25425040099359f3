import type { PortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import { createLinkEntry, type InitialPortal, type LinkEntry, type LinkRecord } from './createLinkEntry'
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
  /** The entry of a request, made when it is first needed. Equal requests share one, however they are written. */
  entry: (request: CreatePortalRequest) => LinkEntry
  /** The same, or undefined before it is needed. It changes nothing, so it may run during a render. */
  peek: (request: CreatePortalRequest) => LinkEntry | undefined
  /** Gives the first request of a server-made link. Each such link serves one request of one session. */
  offer: (request: CreatePortalRequest, initial: InitialPortal) => void
  /** Makes a link that a user asked for. It also ends the memory of an earlier 401. Rejects with a PortalError. */
  fetch: (
    request: CreatePortalRequest,
    options?: { renew?: boolean; queued?: boolean },
  ) => Promise<LinkRecord>
  /** Whether the backend has said 401, and no user has asked since. Automatic requests then fail at once. */
  readonly isSignedOut: () => boolean
  /** Aborts every request and forgets every link. */
  clear: () => void
}

/** Keeps one entry for each request of a session. */
export function createLinks({ config, signal, consumedLinks }: LinksOptions): Links {
  const entries = new Map<string, LinkEntry>()
  let signedOut: PortalError | undefined
  const make = createLinkMaker({
    config,
    refusal: () => signedOut,
    onUnauthorized: (error) => {
      signedOut = error
    },
  })

  function entry(request: CreatePortalRequest): LinkEntry {
    const key = keyOf(request)
    const found = entries.get(key) ?? createLinkEntry(request, { make, signal })
    entries.set(key, found)
    return found
  }

  return {
    entry,
    peek: (request) => entries.get(keyOf(request)),
    offer(request, initial) {
      // By its address: a page that renders again writes the same link as a new object.
      const mark = initial && 'url' in initial ? initial.url : initial
      if (!mark || consumedLinks.has(mark)) return
      consumedLinks.add(mark)
      entry(request).offer(initial)
    },
    fetch(request, options) {
      signedOut = undefined
      return entry(request).fetch(options)
    },
    isSignedOut: () => !!signedOut,
    clear() {
      // The entries stay: React may show a hidden provider again, and its parts still hold them.
      for (const one of entries.values()) one.clear()
    },
  }
}

/** The same text for equal requests, whatever the order of their fields. */
function keyOf(request: CreatePortalRequest): string {
  return JSON.stringify(request, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
