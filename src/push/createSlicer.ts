import type { PushClock } from './PushClock'

/** Gives the thread back in time. */
export interface Slicer {
  /** Whether this slice has had its time. Cheap: ask it for each record. */
  isOver: () => boolean
  /** Lets everything else run, and begins the next slice. */
  yield: () => Promise<void>
}

/** The longest a slice works before it lets the page draw and answer, in milliseconds. */
const SLICE = 5

/**
 * Cuts work into slices of at most 5 ms. Between them a browser answers clicks and draws: `scheduler.yield` where
 * there is one, else a message. A timer would not do: browsers hold those back in hidden tabs.
 */
export function createSlicer({ now }: Pick<PushClock, 'now'>): Slicer {
  let began = now()
  return {
    isOver() {
      const elapsed = now() - began
      // A clock set back would otherwise let one slice run on.
      return elapsed >= SLICE || elapsed < 0
    },
    async yield() {
      await nextTask()
      began = now()
    },
  }
}

function nextTask(): Promise<void> {
  const { scheduler, setImmediate } = globalThis as {
    scheduler?: { yield?: () => Promise<void> }
    setImmediate?: (resolve: () => void) => void
  }
  if (scheduler?.yield) return scheduler.yield()
  if (setImmediate) return new Promise((resolve) => setImmediate(resolve))
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(0)
  })
}
