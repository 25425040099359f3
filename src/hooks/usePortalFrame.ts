'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { linkLifetime } from '../client/linkLifetime'
import { PortalError } from '../client/PortalError'
import { createFrame, type Frame, type FrameStatus } from '../frames/createFrame'
import { watchExpiry } from '../frames/watchExpiry'
import { usePortalContext } from './PortalContext'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect'
import { useLatest } from './useLatest'
import { type PortalLinkOptions, usePortalLink } from './usePortalLink'

/** How far a portal on screen has come. */
export type PortalStatus = 'idle' | 'creating' | 'loading' | 'slow' | 'loaded' | 'expired' | 'failed'

/** What a portal on screen needs to know. */
export interface PortalFrameOptions extends PortalLinkOptions {
  /** The iframe's name for assistive technology. */
  name: string
  /** Whether anyone can see it: what is hidden is renewed in silence, what is seen is never swapped. */
  visible: boolean
  /** Told of every change of status. */
  onStatusChange?: ((status: PortalStatus) => void) | undefined
  /** Told of every error that has a face. */
  onError?: ((error: PortalError) => void) | undefined
}

/** A portal on screen, without markup. */
export interface PortalFrameState {
  status: PortalStatus
  /** A new link is being made while the present face stays. */
  renewing: boolean
  /** Why it failed. */
  error: PortalError | undefined
  /** The empty element the iframe goes into. */
  slot: RefObject<HTMLDivElement | null>
  /** Tries again, or begins a new session: with a new link, and a new frame once there is one. */
  renew: () => void
}

/** One frame's life: which request and turn it belongs to, how far it came, and whether its link has ended. */
interface Shown {
  key: string
  status: FrameStatus
  error?: PortalError | undefined
  expired?: boolean
}

/** Keeps one iframe in step with a request: made once, reloaded only when a wire value changes. */
export function usePortalFrame(
  request: CreatePortalInput,
  { name, visible, onStatusChange, onError, ...linkOptions }: PortalFrameOptions,
): PortalFrameState {
  const { session } = usePortalContext()
  const { on, queryKey, result } = usePortalLink(request, linkOptions)
  const [turn, setTurn] = useState(0)
  const [shown, setShown] = useState<Shown>()
  const [retrying, setRetrying] = useState<PortalError>()
  const slot = useRef<HTMLDivElement>(null)
  const frame = useRef<(Frame & { key: string }) | undefined>(undefined)

  const key = `${String(queryKey[0])}.${turn}`
  const now = shown?.key === key ? shown : undefined
  const link = result.data && linkLifetime(result.data)() > 0 ? result.data : undefined
  const broken = now?.expired ? result.error : (now?.error ?? (link || now ? undefined : result.error))
  const error = broken ?? retrying
  const status: PortalStatus = !on
    ? 'idle'
    : error
      ? 'failed'
      : now?.expired
        ? 'expired'
        : (now?.status ?? (link ? 'loading' : 'creating'))
  const latest = useLatest({
    visible,
    error,
    expired: now?.expired,
    onStatusChange,
    onError,
    request,
  })

  const renew = useCallback(() => {
    // A query without data forgets its error when it asks again; the face and its button stay until there is an answer.
    setRetrying(latest.current.error)
    session
      .fetchLink(latest.current.request, true)
      .then(() => setTurn((before) => before + 1))
      .catch(() => {})
      .finally(() => setRetrying(undefined))
  }, [session, latest])

  useBrowserLayoutEffect(() => {
    if (frame.current && (!on || frame.current.key !== key)) {
      frame.current.destroy()
      frame.current = undefined
    }
    if (!on || !link || !slot.current || frame.current) return
    const began = performance.now()
    const made = createFrame(link.url, name, (status, failure) => {
      const { onEvent } = session.config()
      const error = failure && new PortalError(failure.code, failure.message)
      setShown((before) => ({ ...(before?.key === key ? before : undefined), key, status, error }))
      if (error) onEvent?.({ type: 'error', code: error.code })
      else if (status === 'loaded' || status === 'slow')
        onEvent?.({ type: status === 'loaded' ? 'load' : 'slow', duration: performance.now() - began })
    })
    frame.current = { ...made, key }
    slot.current.append(made.element)
  }, [session, on, key, link, name])

  useBrowserLayoutEffect(() => {
    const { current } = slot
    return () =>
      // StrictMode and <Activity> take the effects away and leave the slot: then the frame stays with it.
      queueMicrotask(() => {
        if (current?.isConnected) return
        frame.current?.destroy()
        frame.current = undefined
      })
  }, [])

  useEffect(() => {
    if (frame.current) frame.current.element.title = name
  }, [name])

  const { data } = result
  useEffect(() => {
    if (!on || !data) return undefined
    const remaining = linkLifetime(data)
    // Nobody saw it end, so nobody is asked: the frame begins anew, behind closed doors or behind the skeleton.
    const restart = () => {
      session.config().onEvent?.({ type: 'renew' })
      setTurn((before) => before + 1)
      session.fetchLink(latest.current.request, true).catch(() => {})
    }
    if (remaining() <= 0) {
      if (visible && !latest.current.expired) restart()
      return undefined
    }
    return watchExpiry(remaining, () => {
      if (!latest.current.visible) return restart()
      session.config().onEvent?.({ type: 'expire' })
      setShown((before) => ({ status: 'loaded', ...before, key, expired: true }))
    })
  }, [session, on, data, key, visible, latest])

  useEffect(() => latest.current.onStatusChange?.(status), [status, latest])
  useEffect(() => {
    if (error) latest.current.onError?.(error)
  }, [error, latest])

  return { status, renewing: result.isFetching && status !== 'creating', error, slot, renew }
}
