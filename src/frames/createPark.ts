import type { Frame } from './createFrame'

/** Frames kept alive while nothing on the page shows them: at most two, and none for longer than this. */
const LIMITS = { frames: 2, age: 15 * 60_000 }

/** Where frames wait for their part to come back to the page. */
export interface Park {
  /** Takes a frame out of sight without reloading it. False where the browser cannot. */
  keep: (id: number, frame: Frame) => boolean
  /** Ends the oldest when there are too many: not before it is known who stays. */
  trim: () => void
  /** Gives a frame that still waits and was made from this link, to be moved where it is needed. */
  take: (id: number, url: string) => Frame | undefined
  /** Gives a frame back to the part that had it, unless another has taken it, or it has ended. */
  release: (frame: Frame) => boolean
  /** Ends every frame that waits. */
  clear: () => void
}

/** Makes a place off screen for frames of one session. */
export function createPark(): Park {
  const kept = new Map<Frame, { id: number; timer: ReturnType<typeof setTimeout> }>()
  const park: Park = {
    keep(id, frame) {
      if (!frame.move()) return false
      kept.set(frame, { id, timer: setTimeout(() => drop(frame), LIMITS.age) })
      return true
    },
    trim() {
      for (const frame of kept.keys()) if (kept.size > LIMITS.frames) drop(frame)
    },
    take(id, url) {
      for (const [frame, { id: of }] of kept) {
        if (of !== id) continue
        if (frame.url === url && park.release(frame)) return frame
        drop(frame)
      }
      return undefined
    },
    release(frame) {
      clearTimeout(kept.get(frame)?.timer)
      return kept.delete(frame)
    },
    clear() {
      for (const frame of kept.keys()) drop(frame)
    },
  }
  function drop(frame: Frame) {
    park.release(frame)
    frame.destroy()
  }
  return park
}
