import { type PortalError, toPortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import { type MakeLink, readRecord } from './createLinkMaker'
import type { LinkEntry, LinkRecord } from './LinkEntry'

/** A link is handed out while it has more than this left, in milliseconds: its page must still load. */
const MARGIN = 30_000

/** What an entry is made with. */
export interface LinkEntryOptions {
  make: MakeLink
  /** Aborted when the session ends. */
  signal: () => AbortSignal
}

/** A request in flight. */
interface Flight {
  controller: AbortController
  result: Promise<LinkRecord>
}

// One count for all sessions, so that no part takes an entry of one session for an entry of another.
let count = 0

/** Keeps the link of one request: makes it, shares it, and tells subscribers. */
export function createLinkEntry(request: CreatePortalRequest, { make, signal }: LinkEntryOptions): LinkEntry {
  const listeners = new Set<() => void>()
  let record: LinkRecord | undefined
  let error: PortalError | undefined
  let flight: Flight | undefined
  let initial: Promise<LinkRecord> | undefined
  let isRequested = false

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function start(queued: boolean): Promise<LinkRecord> {
    const controller = new AbortController()
    // A stale function of a host can ask between the end of its session and its next render.
    if (signal().aborted) controller.abort()
    const takeInitial = () => {
      const taken = initial
      initial = undefined
      isRequested = true
      return taken
    }
    const result = make(request, {
      signal: controller.signal,
      queued: queued && !initial,
      takeInitial,
    }).then(
      (made) => {
        settle(controller, made, undefined)
        return made
      },
      (thrown: unknown) => {
        const reason = toPortalError(controller.signal.reason ?? thrown)
        settle(controller, record, reason)
        throw reason
      },
    )
    flight = { controller, result }
    tell()
    return result
  }

  function settle(
    controller: AbortController,
    made: LinkRecord | undefined,
    reason: PortalError | undefined,
  ): void {
    // An aborted request may end after the next one has begun.
    if (flight?.controller !== controller) return
    flight = undefined
    record = made
    error = reason
    tell()
  }

  function abort(): void {
    flight?.controller.abort()
    flight = undefined
  }

  function subscribe(onChange: () => void): () => void {
    // A function of its own, since two parts may pass the same one.
    const listener = () => onChange()
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      // StrictMode unmounts and remounts synchronously; wait one microtask before aborting.
      queueMicrotask(() => {
        if (!listeners.size) abort()
      })
    }
  }

  const isFresh = () => !!record && record.remaining() > MARGIN
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
    ensure() {
      if (!flight && !isFresh()) start(true).catch(() => {})
    },
    offer(given) {
      if (!given || initial || isRequested) return
      // Its time runs from now on, also when it is used an hour later.
      initial = Promise.resolve(given).then(readRecord)
      // One that was not made is asked for when it is needed.
      initial.catch(() => {})
    },
    hasInitial: () => !!initial,
    async fetch({ renew = false, queued = false, held = true } = {}) {
      if (record && !renew && isFresh()) return record
      const leave = held ? subscribe(() => {}) : undefined
      try {
        return await (flight?.result ?? start(queued))
      } finally {
        leave?.()
      }
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
