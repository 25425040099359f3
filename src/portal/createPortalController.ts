import { PortalError } from '../client/PortalError'
import { createFrame, type Frame } from '../frames/createFrame'
import { watchExpiry } from '../frames/watchExpiry'
import type { PortalSession } from './createPortalSession'
import type { LinkEntry, LinkRecord } from './createLinkEntry'
import type { PortalController, PortalSnapshot, PortalWish } from './PortalController'
import {
  PORTAL_STATES,
  PORTAL_TRANSITIONS,
  type PortalEffect,
  type PortalStateEvent,
  type PortalStatus,
} from './PORTAL_STATES'

/** The frame on the page, and the link it was made from. */
interface Current {
  frame: Frame
  record: LinkRecord
}

/** Runs one portal: it interprets PORTAL_STATES, and owns the link's entry, the frame and the watch for its end. */
export function createPortalController(
  session: PortalSession,
  firstWish: PortalWish,
  makeFrame: typeof createFrame = createFrame,
): PortalController {
  const listeners = new Set<() => void>()
  let wish = firstWish
  let status: PortalStatus = 'idle'
  let error: PortalError | undefined
  let slot: Element | undefined
  let entry: LinkEntry | undefined
  let current: Current | undefined
  let unfollow: (() => void) | undefined
  let unwatch: (() => void) | undefined
  let unwait: (() => void) | undefined
  let quit: (() => void) | undefined
  let missed: (() => void) | undefined

  // What it shows before it is connected, since a render must not change anything. A server has no links, and the first
  // render in the browser must equal the server's.
  const serverSnapshot: PortalSnapshot = { status: isWanted() ? 'creating' : 'idle', error, renewing: false }
  let snapshot = serverSnapshot
  if (isWanted() && session.links.peek(wish.request)?.isFresh()) snapshot = { ...snapshot, status: 'loading' }

  const perform: Record<PortalEffect, () => void> = {
    remove_frame() {
      unwatch?.()
      current?.frame.destroy()
      current = undefined
    },
    request_link() {
      entry?.ensure()
      handleLinkChange()
    },
    renew_link() {
      const asked = entry
      session.links.fetch(wish.request, { renew: true, queued: true }).then(
        (record) =>
          whenShown(() => {
            // Another request, or the same link by another way, may have come meanwhile.
            if (asked === entry && record !== current?.record) send('renewed')
          }),
        (thrown: unknown) =>
          whenShown(() => {
            if (asked === entry) send('renewal_error', thrown as PortalError)
          }),
      )
    },
    make_frame() {
      if (!entry?.record) return
      const { id, record } = entry
      const { url } = record.link
      const { config, frameCache } = session
      const { probe, allow } = config()
      const frame = frameCache?.take(id, url) ?? makeFrame(url, wish.name, probe, allow)
      const began = performance.now()
      current = { frame, record }
      frame.onChange = () => handleFrameChange(frame, performance.now() - began)
      if (slot) frame.show(slot)
      watchCurrent()
      // A frame from the cache has loaded already.
      if (frame.status !== 'loading') handleFrameChange(frame, 0)
    },
    tell_expire: () => session.config().onEvent?.({ type: 'expire' }),
    tell_renew: () => session.config().onEvent?.({ type: 'renew' }),
  }

  function send(event: PortalStateEvent, reason?: PortalError): void {
    if (!PORTAL_STATES[status].includes(event)) return
    const { to = status, effects = [] } = PORTAL_TRANSITIONS[event]
    session.config().onTransition?.(status, event, to)
    status = to
    error = status === 'failed' ? (reason ?? error) : undefined
    for (const effect of effects) perform[effect]()
    waitForConnection()
    publish()
  }

  /** React may have hidden the part: then an answer waits until the part is shown again. */
  function whenShown(answer: () => void): void {
    if (slot) answer()
    else missed = answer
  }

  function publish(): void {
    const renewing = !!entry?.fetching && status !== 'creating'
    if (snapshot.status === status && snapshot.error === error && snapshot.renewing === renewing) return
    snapshot = { status, error, renewing }
    for (const listener of listeners) listener()
  }

  function handleLinkChange(): void {
    if (!entry || !slot) return
    const { record, fetching } = entry
    // A link that ends within half a minute is used only when no other is on its way.
    const isUsable = !!record && record.remaining() > 0 && (!fetching || entry.isFresh())
    if (isUsable && !current) send('link')
    // A frame that shows why it failed says more.
    else if (entry.error && !fetching && !isUsable && !current) send('link_error', entry.error)
    publish()
  }

  function handleFrameChange({ status: come, failure }: Frame, duration: number): void {
    const { onEvent } = session.config()
    if (failure) {
      onEvent?.({ type: 'error', code: failure.code })
      send('frame_error', new PortalError(failure.code, failure.message))
    } else {
      onEvent?.({ type: come === 'loaded' ? 'load' : 'slow', duration })
      send(come === 'loaded' ? 'frame_load' : 'frame_slow')
    }
  }

  function watchCurrent(): void {
    unwatch?.()
    // One that has ended already is renewed when the user sees it: show_expired.
    if (!current || current.record.remaining() <= 0) return
    unwatch = watchExpiry(current.record.remaining, () => send(wish.visible ? 'expire' : 'expire_hidden'))
  }

  function handleOnline(): void {
    send('renew')
  }

  /** Renews once when the connection comes back, where the connection was the reason. */
  function waitForConnection(): void {
    unwait?.()
    unwait = undefined
    if (!slot || !error || (error.code !== 'offline' && (error.code !== 'proxy_unreachable' || error.status)))
      return
    window.addEventListener('online', handleOnline)
    unwait = () => window.removeEventListener('online', handleOnline)
  }

  function isWanted(): boolean {
    return wish.enabled && session.isSignedIn
  }

  /** Brings the machine in step with the wish. */
  function follow(wasVisible: boolean): void {
    const { links, isSignedIn, signal } = session
    const { request, initialPortal, visible, name } = wish
    if (!slot || signal.aborted) return
    // Also when it is not enabled: a link that this user does not need is not for the next one.
    if (isSignedIn) links.offer(request, initialPortal)
    const next = isWanted() ? links.entry(request) : undefined
    if (next !== entry) {
      const event = next ? (entry ? 'change' : 'enable') : 'disable'
      unfollow?.()
      entry = next
      unfollow = next?.subscribe(handleLinkChange)
      send(event)
      return
    }
    if (current) {
      current.frame.rename(name)
      // React has put its parts in order: the frame comes back from where it stood aside.
      current.frame.show(slot)
    }
    const record = current?.record ?? entry?.record
    if (visible && !wasVisible && record && record.remaining() <= 0) send('show_expired')
  }

  function reset(): void {
    perform.remove_frame()
    unfollow?.()
    unwait?.()
    unfollow = unwait = entry = error = missed = undefined
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
        resume: () => follow(true),
      })
      // React shows a hidden part again. Its frame stays, and a request that it waited for is made again.
      if (current) unfollow = entry?.subscribe(handleLinkChange)
      else reset()
      missed?.()
      missed = undefined
      follow(false)
      watchCurrent()
      waitForConnection()
      publish()
      return () => {
        unfollow?.()
        unwatch?.()
        unwait?.()
        unfollow = unwatch = unwait = undefined
        slot = undefined
      }
    },
    standAside() {
      const home = slot
      const frame = current?.frame
      if (!home || !frame?.hide()) return
      queueMicrotask(() => {
        if (current?.frame === frame && home.isConnected) frame.show(home)
      })
    },
    leave() {
      // Before React removes the slot: after that, the frame has lost its page.
      if (current && entry && status === 'loaded' && session.frameCache?.keep(entry.id, current.frame)) {
        current = undefined
      }
      slot = undefined
      reset()
      quit?.()
      quit = undefined
    },
  }
}
