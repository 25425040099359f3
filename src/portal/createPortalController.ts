import { PortalError } from '../client/PortalError'
import { createFrame, type Frame } from '../frames/createFrame'
import { watchExpiry } from '../frames/watchExpiry'
import type { PortalSession } from './createPortalSession'
import type { LinkEntry, LinkRecord } from './createLinkEntry'
import type { PortalController, PortalSnapshot, PortalWish } from './PortalController'
import { PORTAL_STATES, type PortalEffect, type PortalStateEvent, type PortalStatus } from './PORTAL_STATES'

/** The frame on the page, and the link it was made from. */
interface Current {
  frame: Frame
  record: LinkRecord
  /** Stops the watch for the link's end. */
  unwatch: (() => void) | undefined
  /** The user has asked for a new link, and thereby for a new frame. */
  isRenewing?: boolean
}

/** Runs one portal: it interprets PORTAL_STATES, and owns the link's entry, the frame and the watch for its end. */
export function createPortalController(
  session: PortalSession,
  firstWish: PortalWish,
  makeFrame: typeof createFrame = createFrame,
): PortalController {
  const { links } = session
  const listeners = new Set<() => void>()
  let wish = firstWish
  let status: PortalStatus = 'idle'
  let error: PortalError | undefined
  let slot: Element | undefined
  let entry: LinkEntry | undefined
  let current: Current | undefined
  let unlisten: (() => void) | undefined
  let quit: (() => void) | undefined

  // What it shows before it is connected, since a render must not change anything. A server has no links, and the first
  // render in the browser must equal the server's.
  const serverSnapshot: PortalSnapshot = { status: isWanted() ? 'creating' : 'idle', error, renewing: false }
  let snapshot = serverSnapshot
  if (isWanted() && links.peek(wish.request)?.isFresh()) snapshot = { ...snapshot, status: 'loading' }

  const perform: Record<PortalEffect, () => void> = {
    remove_frame() {
      current?.unwatch?.()
      current?.frame.destroy()
      current = undefined
    },
    request_link() {
      entry?.fetch({ queued: true, held: false }).catch(() => {})
      handleLinkChange()
    },
    renew_link() {
      if (current) current.isRenewing = true
      // The entry has the answer, also an error: see handleLinkChange.
      links.fetch(wish.request, { renew: true, queued: true }).catch(() => {})
    },
    make_frame() {
      if (!entry?.record) return
      const { id, record } = entry
      const { url } = record.link
      const frame = session.frameCache?.take(id, url) ?? makeFrame(url, session.config())
      const began = performance.now()
      // The watch goes on while React hides the part. A link that ends then is renewed when the user sees it, and so is
      // one that has ended already: see follow.
      const unwatch =
        record.remaining() > 0
          ? watchExpiry(record.remaining, () => {
              if (slot) send(wish.visible ? 'expire' : 'expire_hidden')
            })
          : undefined
      current = { frame, record, unwatch }
      frame.onChange = () => handleFrameChange(frame, performance.now() - began)
      if (slot) frame.show(slot, wish.name)
      // A frame from the cache has loaded already.
      if (frame.status !== 'loading') handleFrameChange(frame, 0)
    },
  }

  function send(event: PortalStateEvent, reason?: PortalError): void {
    const transition = PORTAL_STATES[status][event]
    if (!transition) return
    const { to, tell, effects = [] } = transition
    const { onTransition, onEvent } = session.config()
    onTransition?.(status, event, to, reason)
    status = to
    error = status === 'failed' ? (reason ?? error) : undefined
    if (tell) onEvent?.({ type: tell })
    for (const effect of effects) perform[effect]()
    publish()
  }

  function publish(): void {
    const renewing = !!entry?.fetching && status !== 'creating'
    if (snapshot.status === status && snapshot.error === error && snapshot.renewing === renewing) return
    snapshot = { status, error, renewing }
    for (const listener of listeners) listener()
  }

  function handleLinkChange(): void {
    if (!entry) return
    const { record, error: reason, fetching } = entry
    if (!current) {
      // A link that ends within half a minute is used only when no other is on its way.
      if (record && record.remaining() > 0 && (!fetching || entry.isFresh())) send('link')
      else if (reason && !fetching) send('link_error', reason)
    } else if (current.isRenewing && !fetching) {
      current.isRenewing = false
      send(reason ? 'link_error' : 'link', reason)
    }
    publish()
  }

  function handleFrameChange({ status: reached, failure }: Frame, duration: number): void {
    const { onEvent } = session.config()
    if (failure) {
      onEvent?.({ type: 'error', code: failure.code })
      send('frame_error', new PortalError(failure.code, failure.message))
    } else {
      onEvent?.({ type: reached === 'loaded' ? 'load' : 'slow', duration })
      send(reached === 'loaded' ? 'frame_load' : 'frame_slow')
    }
  }

  /** Renews when the connection comes back, where the connection was the reason. */
  function handleOnline(): void {
    if (error?.code === 'offline' || (error?.code === 'proxy_unreachable' && !error.status)) send('renew')
  }

  function listen(): void {
    const unsubscribe = entry?.subscribe(handleLinkChange)
    window.addEventListener('online', handleOnline)
    unlisten = () => {
      unsubscribe?.()
      window.removeEventListener('online', handleOnline)
      unlisten = undefined
    }
  }

  function isWanted(): boolean {
    return wish.enabled && session.isSignedIn
  }

  /** Brings the machine in step with the wish. */
  function follow(wasVisible = false): void {
    const { request, initialPortal, visible, name } = wish
    if (!slot || session.signal.aborted) return
    // Also when it is not enabled: a link that this user does not need is not for the next one.
    if (session.isSignedIn) links.offer(request, initialPortal)
    const next = isWanted() ? links.entry(request) : undefined
    if (next !== entry) {
      const event = next ? (entry ? 'change' : 'enable') : 'disable'
      unlisten?.()
      entry = next
      if (entry) listen()
      send(event)
      return
    }
    // React has put its parts in order: the frame comes back from where it stood aside.
    current?.frame.show(slot, name)
    const record = (current ?? entry)?.record
    if (visible && !wasVisible && record && record.remaining() <= 0) send('expire_hidden')
  }

  function reset(): void {
    perform.remove_frame()
    unlisten?.()
    entry = error = undefined
    status = 'idle'
  }

  return {
    session,
    getSnapshot: () => snapshot,
    getServerSnapshot: () => serverSnapshot,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    setWish(next) {
      const { visible } = wish
      wish = next
      follow(visible)
    },
    renew() {
      if (slot) send('renew')
    },
    connect(element) {
      slot = element
      quit ??= session.join({
        end() {
          reset()
          publish()
        },
        resume: follow,
      })
      // React shows a hidden part again: its frame stays, and a renewal may have been answered meanwhile. Without a frame
      // it begins anew, since the request that it waited for was aborted.
      if (current) {
        listen()
        handleLinkChange()
      } else reset()
      follow()
      publish()
      return () => {
        unlisten?.()
        slot = undefined
      }
    },
    standAside() {
      const home = slot
      if (!home || !current?.frame.hide()) return
      queueMicrotask(() => {
        if (home.isConnected) current?.frame.show(home, wish.name)
      })
    },
    leave() {
      // Before React removes the slot: after that, the frame has lost its page.
      if (current && entry && status === 'loaded' && session.frameCache?.keep(entry.id, current.frame)) {
        current.unwatch?.()
        current = undefined
      }
      reset()
      quit?.()
      quit = undefined
    },
  }
}
