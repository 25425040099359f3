'use client'

import { type RefObject, useEffect, useInsertionEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PortalError } from '../client/PortalError'
import { createPortalController } from '../portal/createPortalController'
import type { PortalSnapshot, PortalWish } from '../portal/PortalController'
import type { PortalStatus } from '../portal/PORTAL_STATES'
import { usePortalContext } from './PortalContext'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect'
import { useLatest } from './useLatest'

/** Who is told of what happens to a portal. */
export interface PortalFrameCallbacks {
  /** Told of every change of status. */
  onStatusChange?: ((status: PortalStatus) => void) | undefined
  /** Told of every error that the user sees. */
  onError?: ((error: PortalError) => void) | undefined
}

/** A portal on screen, without markup. */
export interface PortalFrameState extends PortalSnapshot {
  /** The empty element that the iframe goes into. */
  slot: RefObject<HTMLDivElement | null>
  /** Tries again, or begins a new session: with a new link, and a new frame once it is there. */
  renew: () => void
}

const CREATING: PortalSnapshot = { status: 'creating', renewing: false, error: undefined }
const IDLE: PortalSnapshot = { ...CREATING, status: 'idle' }

/** Subscribes a part of the page to the controller of its portal, and gives it a place for the frame. */
export function usePortalFrame(
  wish: PortalWish,
  { onStatusChange, onError }: PortalFrameCallbacks,
): PortalFrameState {
  const { session } = usePortalContext()
  const slot = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState(() => createPortalController(session, wish))
  // During render, so that no part is drawn with the portal of the user before.
  const controller = held.session === session ? held : createPortalController(session, wish)
  if (controller !== held) setHeld(controller)

  // A server has no links, and the browser's first render must be the same.
  const onServer = () => (wish.enabled && session.isSignedIn ? CREATING : IDLE)
  const snapshot = useSyncExternalStore(controller.subscribe, controller.getSnapshot, onServer)
  const { status, error } = snapshot

  // Insertion effects are the only ones whose cleanup means that the part has gone: layout effects also end when
  // StrictMode rehearses, and when <Activity> or <Suspense> hides the part. It runs before React removes the slot.
  useInsertionEffect(() => controller.leave, [controller])

  // React reorders siblings after this and before the layout effects, and a moved iframe reloads. So the frame stands
  // aside for that time, where the browser has moveBefore. In a view transition the browser draws the page before the
  // layout effects, hence the microtask.
  useInsertionEffect(() => {
    const standBack = controller.standAside()
    if (standBack) queueMicrotask(standBack)
  })

  useBrowserLayoutEffect(() => controller.setWish(wish))
  useBrowserLayoutEffect(() => controller.connect(slot.current as HTMLDivElement), [controller])

  const latest = useLatest({ onStatusChange, onError })
  useEffect(() => {
    // In a block: React takes what an effect returns for its cleanup.
    latest.current.onStatusChange?.(status)
  }, [status, latest])
  useEffect(() => {
    if (error) latest.current.onError?.(error)
  }, [error, latest])

  return { ...snapshot, slot, renew: controller.renew }
}
