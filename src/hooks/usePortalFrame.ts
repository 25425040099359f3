'use client'

import { type RefObject, useEffect, useInsertionEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PortalError } from '../client/PortalError'
import { createPortalController } from '../portal/createPortalController'
import type { PortalSnapshot, PortalWish } from '../portal/PortalController'
import type { PortalStatus } from '../portal/PORTAL_STATES'
import { usePortalContext } from './PortalContext'
import { useBrowserLayoutEffect, useLatest } from './useLatest'

/** The callbacks of a portal on the page. */
export interface PortalFrameCallbacks {
  /** Called at every change of status. */
  onStatusChange?: ((status: PortalStatus) => void) | undefined
  /** Called for every error that the user sees, except the one of `sessionKey={null}`: the host has set that. */
  onError?: ((error: PortalError) => void) | undefined
}

/** The state of a portal on the page, without markup. */
export interface PortalFrameState extends PortalSnapshot {
  /** The empty element that the iframe goes into. */
  slot: RefObject<HTMLDivElement | null>
  /** Makes a new link, and a new frame when the link is there. It retries an error, or replaces an ended link. */
  renew: () => void
}

/** Connects a part of the page to the controller of its portal, and to the element for its frame. */
export function usePortalFrame(
  wish: PortalWish,
  { onStatusChange, onError }: PortalFrameCallbacks,
): PortalFrameState {
  const { session } = usePortalContext()
  const slot = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(() => createPortalController(session, wish))
  let controller = current
  if (controller.session !== session) {
    // During render: an effect would let React show the last user's portal once more.
    controller = createPortalController(session, wish)
    setCurrent(controller)
  }
  const snapshot = useSyncExternalStore(
    controller.subscribe,
    controller.getSnapshot,
    controller.getServerSnapshot,
  )
  const { status, error } = snapshot

  // Only the cleanup of an insertion effect means that the part unmounts. React also cleans layout effects up when
  // StrictMode remounts, and when <Activity> or <Suspense> hides the part. It runs before React removes the slot.
  useInsertionEffect(() => controller.leave, [controller])

  // After insertion effects and before layout effects, React reorders siblings, and a moved iframe reloads. So the
  // frame waits in the hidden container meanwhile, where the browser has moveBefore. A microtask puts it back, because
  // in a view transition the browser paints before the layout effects.
  useInsertionEffect(() => controller.standAside())

  useBrowserLayoutEffect(() => controller.setWish(wish))
  useBrowserLayoutEffect(() => controller.connect(slot.current as HTMLDivElement), [controller])

  const latest = useLatest({ onStatusChange, onError })
  useEffect(() => {
    // In a block: React would call the returned value as a cleanup.
    latest.current.onStatusChange?.(status)
  }, [status, latest])
  useEffect(() => {
    if (error) latest.current.onError?.(error)
  }, [error, latest])

  return { ...snapshot, slot, renew: controller.renew }
}
