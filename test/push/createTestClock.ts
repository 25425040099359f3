import type { PushClock } from '../../src/push/index'

/** A clock that stands still until somebody waits, and then jumps to the end of that wait. */
export interface TestClock extends PushClock {
  /** How long was waited, in milliseconds, in order. Deadlines of requests are not among them. */
  waits: number[]
  /** Moves the time without anybody waiting. */
  jump: (milliseconds: number) => void
  /** Lets the deadlines of all requests under way pass. */
  expire: () => void
}

/** Makes a clock for pushes with this `timeout`: a wait that long is a request's deadline. */
export function createTestClock(timeout = 30_000): TestClock {
  let time = 1000
  const deadlines = new Set<() => void>()
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    jump: (milliseconds) => {
      time += milliseconds
    },
    expire() {
      for (const end of deadlines) end()
    },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = () => {
          deadlines.delete(end)
          signal.removeEventListener('abort', end)
          resolve()
        }
        signal.addEventListener('abort', end)
        if (signal.aborted) end()
        else if (milliseconds === timeout) deadlines.add(end)
        else {
          waits.push(milliseconds)
          setImmediate(() => {
            if (!signal.aborted) time += milliseconds
            end()
          })
        }
      }),
  }
}
