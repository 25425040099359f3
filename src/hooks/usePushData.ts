'use client'

import { useMemo, useSyncExternalStore } from 'react'
import { usePortalContext } from './PortalContext'
import { IDLE, type PushControls, type PushJobState, pushJobOf } from './pushJobOf'

/** Which push a component shows. */
export interface UsePushDataOptions {
  /** The name of the push in the provider. Components with the same name show and control the same push. */
  id: string
}

/** A push: its state, and the functions that control it. */
export interface PushJob extends PushJobState, PushControls {}

/**
 * Sends any number of records through the backend, which must allow it. The push belongs to the provider: it continues
 * when the component unmounts, and ends with its session. While it runs, the browser asks before it closes the page.
 *
 * @example
 * const { start, progress, result } = usePushData({ id: 'import' })
 */
export function usePushData({ id }: UsePushDataOptions): PushJob {
  const { session } = usePortalContext()
  const { read, subscribe, controls } = pushJobOf(session, id)
  const state = useSyncExternalStore(subscribe, read, () => IDLE)
  return useMemo(() => ({ ...state, ...controls }), [state, controls])
}
