'use client'

import { useMemo, useSyncExternalStore } from 'react'
import type { PushInput } from '../push/PushSource'
import { usePortalContext } from './PortalContext'
import { IDLE, type PushJobState, pushJobsOf, type PushStartOptions } from './pushJobsOf'

/** Which push a component shows. */
export interface UsePushDataOptions {
  /** The name of the push in the provider. Components with the same name show and control the same push. */
  id: string
}

/** A push: its state, and the functions that control it. The functions stay the same between renders. */
export interface PushJob extends PushJobState {
  /**
   * Starts the push. While it runs, another call changes nothing. After its end a call starts a new push; with a
   * `checkpoint` it omits what was sent.
   */
  start: (data: PushInput, options?: PushStartOptions) => void
  /** Sends no new request until `resume`. Requests in flight finish. */
  pause: () => void
  /** Continues after `pause`, or after the push paused itself: the user was signed out, or nothing answered. */
  resume: () => void
  /** Ends the push. The result says what was sent, and its checkpoint where a later push continues. */
  cancel: () => void
}

/**
 * Sends any number of records through the backend, which must allow it. The push belongs to the provider: it continues
 * when the component unmounts, and ends with its session. While it runs, the browser asks before it closes the page.
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
  const controls = useMemo(
    () => ({
      start: (data: PushInput, options: PushStartOptions = {}) => jobs.start(id, data, options),
      pause: () => jobs.pause(id),
      resume: () => jobs.resume(id),
      cancel: () => jobs.cancel(id),
    }),
    [jobs, id],
  )
  return useMemo(() => ({ ...state, ...controls }), [state, controls])
}
