import type { Frame } from './createFrame'

/** Loaded frames whose parts have unmounted. They are hidden until a part mounts that needs them. */
export interface FrameCache {
  /** Hides a frame without a reload, and tells its owner nothing more. False: the browser cannot, and the frame is not kept. */
  keep: (id: number, frame: Frame) => boolean
  /** Returns the frame of this request and this link. Frames of an older link are destroyed. */
  take: (id: number, url: string) => Frame | undefined
  /** Destroys every frame in the cache. */
  clear: () => void
}

/** Creates the frame cache of one session. It evicts by count, and by age in milliseconds. */
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
      frame.onChange = undefined
      kept.set(frame, { id, timer: setTimeout(() => drop(frame), age) })
      // When React remounts a part, the part takes its frame back in the same commit. So evict after the commit.
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
