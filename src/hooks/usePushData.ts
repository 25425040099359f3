'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { PushInput } from '../push/PushSource'
import { usePortalContext } from './PortalContext'
import { IDLE, type PushJobState, pushJobsOf, type PushStartOptions } from './pushJobsOf'

/** Which push a component shows. */
export interface UsePushDataOptions {
  /** Its name in the provider. Components that give the same one see, and steer, the same push. */
  id: string
}

/** A push, how it stands and what steers it. The functions stay the same from render to render. */
export interface PushJob extends PushJobState {
  /**
   * Starts it. While it is under way, another call changes nothing; after its end, a call starts anew, and a
   * `checkpoint` leaves out what was sent.
   */
  start: (data: PushInput, options?: PushStartOptions) => void
  /** Sends nothing more until `resume`. Requests in flight are answered first. */
  pause: () => void
  /** Goes on, after `pause` or after the push paused itself: signed out, or nothing answered. */
  resume: () => void
  /** Ends it. The result says how far it came, and its checkpoint where to go on. */
  cancel: () => void
}

/**
 * Sends any number of records through the backend, which must allow it. The push lives in the provider: it goes on when
 * the component has gone, and ends with its session. While it is under way the browser asks before it closes the page.
 *
 * @example
 * const { start, progress, result } = usePushData({ id: 'import' })
 */
export function usePushData({ id }: UsePushDataOptions): PushJob {
  const { session } = usePortalContext()
  const jobs = pushJobsOf(session)
  const state = useSyncExternalStore(
    jobs.subscribe,
    () => jobs.read(id),
    () => IDLE,
  )
  const steering = useMemo(
    () => ({
      start: (data: PushInput, options: PushStartOptions = {}) => jobs.start(id, data, options),
      pause: () => jobs.pause(id),
      resume: () => jobs.resume(id),
      cancel: () => jobs.cancel(id),
    }),
    [jobs, id],
  )
  return useMemo(() => ({ ...state, ...steering }), [state, steering])
}
