'use client'

import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { CreatePortalInput } from '../client/createPortalClient'
import { linkLifetime } from '../client/linkLifetime'
import type { PortalError } from '../client/PortalError'
import { watchExpiry } from '../frames/watchExpiry'
import { usePortalContext } from './PortalContext'
import { useFrame } from './useFrame'
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

/** Keeps a portal in step with a request: made once, reloaded only when a wire value changes, honest about its end. */
export function usePortalFrame(
  request: CreatePortalInput,
  { name, visible, onStatusChange, onError, ...linkOptions }: PortalFrameOptions,
): PortalFrameState {
  const { session } = usePortalContext()
  const { on, id, result } = usePortalLink(request, linkOptions)
  const { data, isFetching, isStale, refetch } = result
  const [turn, setTurn] = useState(0)
  const [ended, setEnded] = useState<string>()
  const [retrying, setRetrying] = useState<{ id: number; error: PortalError | undefined }>()

  // One that ends in half a minute is there for nobody who can have another.
  const usable = on && !(isFetching && isStale) && data && linkLifetime(data)() > 0
  const link = usable ? data : undefined
  const [slot, progress, madeFrom] = useFrame({ on, id, turn, link, name })
  const expired = ended === `${id}.${turn}`
  const broken = progress?.error ?? (expired || !(progress || link) ? result.error : undefined)
  const error = (on && (broken ?? (retrying?.id === id ? retrying.error : undefined))) || undefined
  const status: PortalStatus = !on
    ? 'idle'
    : error
      ? 'failed'
      : expired
        ? 'expired'
        : (progress?.status ?? (link ? 'loading' : 'creating'))
  const latest = useLatest({ request, id, visible, error, expired, isFetching, onStatusChange, onError })

  const renew = useCallback(() => {
    // A query without data forgets its error when it asks again; the face and its button stay until there is an answer.
    const { request, id, error } = latest.current
    setRetrying({ id, error })
    session
      .fetchLink(request, true)
      // Another portal may have come in its place: that one is left alone.
      .then(() => latest.current.id === id && setTurn((before) => before + 1))
      .catch(() => {})
      .finally(() => setRetrying((now) => (now?.id === id ? undefined : now)))
  }, [session, latest])

  useEffect(() => {
    if (!on || !data) return undefined
    const remaining = linkLifetime(madeFrom() ?? data)
    // Nobody saw it end, so nobody is asked: the frame begins anew, behind closed doors or behind the skeleton.
    const restart = () => {
      session.config().onEvent?.({ type: 'renew' })
      setTurn((before) => before + 1)
      // Nobody asked for it: somebody who has been signed out stays so.
      void refetch({ cancelRefetch: false })
    }
    if (remaining() <= 0) {
      if (visible && !latest.current.expired && !latest.current.isFetching) restart()
      return undefined
    }
    return watchExpiry(remaining, () => {
      if (!latest.current.visible) return restart()
      session.config().onEvent?.({ type: 'expire' })
      setEnded(`${id}.${turn}`)
    })
  }, [session, on, data, id, turn, visible, refetch, latest, madeFrom])

  useEffect(() => {
    // What a host's function gives back is not for React.
    latest.current.onStatusChange?.(status)
  }, [status, latest])
  useEffect(() => {
    if (!error) return undefined
    latest.current.onError?.(error)
    // Once, and only where the connection was the reason.
    if (error.code !== 'offline' && (error.code !== 'proxy_unreachable' || error.status)) return undefined
    window.addEventListener('online', renew)
    return () => window.removeEventListener('online', renew)
  }, [error, renew, latest])

  return { status, renewing: isFetching && status !== 'creating', error, slot, renew }
}
