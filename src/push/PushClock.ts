/** What tells a push the time and lets it wait. Tests give one of their own. */
export interface PushClock {
  /** A number of milliseconds that grows. It may jump; a push survives that. */
  now: () => number
  /** Waits some milliseconds, or until the signal aborts; it resolves either way. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** The clock of the machine. */
export const PushClock: PushClock = {
  now: () => performance.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      // A longer delay than this counts as none.
      const timer = setTimeout(end, Math.min(milliseconds, 2 ** 31 - 1))
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
    }),
}
