import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { PushControl } from './createPushControl'
import type { Progress } from './createProgress'
import type { PushClock } from './PushClock'

/** The one gate in front of all requests of a push. */
export interface Traffic {
  /** Waits while the push is paused or waits; false when it has ended. */
  pass: () => Promise<boolean>
  /** Lets the whole queue wait. */
  rest: (milliseconds: number) => void
  /** Pauses until `resume`. False when there is no control to resume it, or the push has ended. */
  halt: (code: PortalErrorCode) => Promise<boolean>
  /** Stops listening to the control. */
  close: () => void
}

/** What a gate works with. */
export interface TrafficParts {
  clock: PushClock
  progress: Progress
  control: PushControl | undefined
  /** Aborts when the push has ended. */
  ended: AbortSignal
}

/** Makes the gate. */
export function createTraffic({ clock, progress, control, ended }: TrafficParts): Traffic {
  let left = 0
  let waiting: Promise<void> | undefined
  let code: PortalErrorCode | undefined
  let shown = 'running'

  function show(): void {
    if (ended.aborted) return
    const state = control?.isPaused ? 'paused' : left > 0 ? 'waiting' : 'running'
    if (state === 'running' && shown === state) return
    shown = state
    if (state === 'paused') progress.enter(state, code && { code })
    else if (state === 'waiting') progress.enter(state, { waitMs: left, code: 'rate_limited' })
    else progress.enter(state)
  }

  const unsubscribe = control?.subscribe(() => {
    if (!control.isPaused) code = undefined
    show()
  })

  // Counted down by what was waited and not by the clock, which may jump.
  async function countDown(): Promise<void> {
    while (left > 0 && !ended.aborted) {
      show()
      const step = Math.min(left, 1000)
      await clock.wait(step, ended)
      left -= step
    }
    waiting = undefined
    show()
  }

  function resumed(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        stop?.()
        ended.removeEventListener('abort', end)
        resolve()
      }
      const stop = control?.subscribe(end)
      ended.addEventListener('abort', end)
    })
  }

  async function pass(): Promise<boolean> {
    for (;;) {
      if (ended.aborted) return false
      if (control?.isPaused) await resumed()
      else if (waiting) await waiting
      else return true
    }
  }

  if (control?.isPaused) show()
  return {
    pass,
    rest(milliseconds) {
      left = Math.max(left, milliseconds)
      waiting ??= countDown()
    },
    async halt(reason) {
      if (!control) return false
      code = reason
      if (control.isPaused) show()
      else control.pause()
      return pass()
    },
    close: () => unsubscribe?.(),
  }
}
