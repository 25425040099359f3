import type { Frame } from './createFrame'

/** Loaded frames that wait, hidden, for their part to come back to the page. */
export interface FrameCache {
  /** Hides a frame without reloading it. False where the browser cannot, and then the frame is not kept. */
  keep: (id: number, frame: Frame) => boolean
  /** Gives the frame that was made for this request from this link. Frames of an older link are destroyed. */
  take: (id: number, url: string) => Frame | undefined
  /** Destroys every frame that waits. */
  clear: () => void
}

/** Makes a cache for the frames of one session. It evicts by count, and by age in milliseconds. */
export function createFrameCache({ frames, age }: { frames: number; age: number }): FrameCache {
  const kept = new Map<Frame, { id: number; timer: ReturnType<typeof setTimeout> }>()

  function drop(frame: Frame): void {
    forget(frame)
    frame.destroy()
  }
  function forget(frame: Frame): void {
    clearTimeout(kept.get(frame)?.timer)
    kept.delete(frame)
  }
  function evict(): void {
    for (const frame of kept.keys()) if (kept.size > frames) drop(frame)
  }

  return {
    keep(id, frame) {
      if (!frame.hide()) return false
      kept.set(frame, { id, timer: setTimeout(() => drop(frame), age) })
      // A part that React mounts anew takes its frame back in the same commit, so evict after it.
      queueMicrotask(evict)
      return true
    },
    take(id, url) {
      for (const [frame, { id: of }] of kept) {
        if (of !== id) continue
        if (frame.url !== url) drop(frame)
        else {
          forget(frame)
          return frame
        }
      }
      return undefined
    },
    clear() {
      for (const frame of kept.keys()) drop(frame)
    },
  }
}
