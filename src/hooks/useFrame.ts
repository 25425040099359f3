'use client'

import { type RefObject, useCallback, useEffect, useInsertionEffect, useRef, useState } from 'react'
import { PortalError } from '../client/PortalError'
import { createFrame, type Frame, type FrameStatus } from '../frames/createFrame'
import type { PortalLink } from '../schemas/PortalLink'
import { usePortalContext } from './PortalContext'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect'
import { useLatest } from './useLatest'

/** What a frame is made for. */
export interface FrameWish {
  /** Whether there is to be a frame at all. */
  on: boolean
  /** The request, and which attempt at it: a frame belongs to one of each. */
  id: number
  turn: number
  /** The link, once there is one that still works. */
  link: PortalLink | undefined
  /** The iframe's name for assistive technology. */
  name: string
}

/** How far the frame of the present wish has come. */
export interface FrameProgress {
  status: FrameStatus
  error: PortalError | undefined
}

/**
 * Keeps one iframe in a slot that React leaves empty. Gives no progress until there is news of the present wish, and the
 * link the iframe was made from, which stays the same when a newer one comes.
 */
export function useFrame({
  on,
  id,
  turn,
  link,
  name,
}: FrameWish): [
  slot: RefObject<HTMLDivElement | null>,
  progress: FrameProgress | undefined,
  madeFrom: () => PortalLink | undefined,
] {
  const { session } = usePortalContext()
  const slot = useRef<HTMLDivElement>(null)
  const held = useRef<{ frame: Frame; key: string; link: PortalLink } | undefined>(undefined)
  const shown = useRef(false)
  const [news, setNews] = useState<FrameProgress & { key: string }>()
  const key = `${id}.${turn}`
  const latest = useLatest({ session, id })

  // React puts siblings in a new order after this and before the layout effects, and an iframe that is taken along
  // loads anew. So it stands aside meanwhile, where the browser can move it: its page notices nothing. Not in a hidden
  // tree, which has no layout effects to bring it back.
  useInsertionEffect(() => {
    const { frame } = held.current ?? {}
    if (!shown.current || !frame?.move()) return
    const { current } = slot
    const { parentElement } = frame.element
    // In a view transition React draws the page before the layout effects.
    queueMicrotask(() => {
      if (current && frame.element.parentElement === parentElement) frame.move(current)
    })
  })

  useBrowserLayoutEffect(() => {
    if (held.current && (!on || held.current.key !== key)) {
      held.current.frame.destroy()
      held.current = undefined
    }
    const { current } = slot
    if (current && link && !held.current) {
      const frame = session.park?.take(id, link.url) ?? createFrame(link.url, name, session.config().probe)
      const began = performance.now()
      const tell = () => {
        const { status, failure } = frame
        const error = failure && new PortalError(failure.code, failure.message)
        setNews({ key, status, error })
        const { onEvent } = session.config()
        if (failure) onEvent?.({ type: 'error', code: failure.code })
        else onEvent?.({ type: status === 'loaded' ? 'load' : 'slow', duration: performance.now() - began })
      }
      held.current = { frame, key, link }
      frame.onChange = tell
      if (frame.status !== 'loading') tell()
    }
    const frame = held.current?.frame
    if (current && frame && frame.element.parentElement !== current && !frame.move(current))
      current.append(frame.element)
    shown.current = true
    return () => {
      shown.current = false
    }
  })

  useBrowserLayoutEffect(() => {
    const { current } = slot
    return () => {
      // Before React takes the slot away: after that, an iframe has lost its page.
      const { session, id } = latest.current
      const { park } = session
      const { frame } = held.current ?? {}
      const parked = frame?.status === 'loaded' && park?.keep(id, frame)
      queueMicrotask(() => {
        if (current?.isConnected) {
          // StrictMode and <Activity> take the effects away and leave the slot: then the frame stays in it.
          if (parked && park?.release(frame)) frame.move(current)
          return
        }
        if (parked) park?.trim()
        else frame?.destroy()
        held.current = undefined
      })
    }
  }, [latest])

  useEffect(() => {
    if (held.current) held.current.frame.element.title = name
  }, [name])

  const madeFrom = useCallback(() => held.current?.link, [])
  return [slot, news?.key === key ? news : undefined, madeFrom]
}
