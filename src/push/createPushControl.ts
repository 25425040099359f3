/** Pauses a push and lets it go on. To end one for good, abort its signal. */
export interface PushControl {
  /** Sends nothing more until `resume`. Requests in flight are answered first. */
  pause: () => void
  /** Goes on, after `pause` or after the push paused itself because it was signed out or nothing answered. */
  resume: () => void
  /** Whether it is paused. */
  readonly isPaused: boolean
  /** Calls back on every change, until the function it gives is called. */
  subscribe: (listener: () => void) => () => void
}

/**
 * Makes the switch that a button or a hook holds while a push runs: give it to `pushData` as `control`.
 * With one, a push that cannot go on pauses in place and waits for `resume`. Without one it ends with a checkpoint.
 */
export function createPushControl(): PushControl {
  let isPaused = false
  const listeners = new Set<() => void>()
  const set = (value: boolean) => {
    if (isPaused === value) return
    isPaused = value
    for (const listener of listeners) listener()
  }
  return {
    pause: () => set(true),
    resume: () => set(false),
    get isPaused() {
      return isPaused
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
