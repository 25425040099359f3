import type { Frame } from './createFrame'

/** Frames kept alive while nothing on the page shows them: at most two, and none for longer than this. */
const LIMITS = { frames: 2, age: 15 * 60_000 }

/** Where frames wait for their part to come back to the page. */
export interface Park {
  /** Takes a frame out of sight without reloading it. False where the browser cannot. */
  keep: (id: number, frame: Frame) => boolean
  /** Gives a frame that still waits, to be moved where it is needed. */
  take: (id: number) => Frame | undefined
  /** Ends every frame that waits. */
  clear: () => void
}

/** Makes a place off screen for frames of one session. */
export function createPark(): Park {
  const kept = new Map<number, { frame: Frame; since: number }>()
  let home: HTMLElement | undefined
  function drop(id: number) {
    kept.get(id)?.frame.destroy()
    kept.delete(id)
    if (kept.size) return
    home?.remove()
    home = undefined
  }
  function expire() {
    for (const [id, { since }] of kept) if (performance.now() - since > LIMITS.age) drop(id)
  }
  return {
    keep(id, frame) {
      expire()
      if (!home) {
        home = document.createElement('div')
        home.hidden = true
        home.setAttribute('data-seam-portal', 'park')
        // What records sessions must not record these either.
        home.className = 'ph-no-capture fs-exclude'
        home.setAttribute('data-sentry-block', '')
        home.setAttribute('data-dd-privacy', 'hidden')
        home.setAttribute('data-hj-suppress', '')
        document.body.append(home)
      }
      if (!frame.move(home)) return false
      for (const [first] of kept) if (kept.size >= LIMITS.frames) drop(first)
      kept.set(id, { frame, since: performance.now() })
      return true
    },
    take(id) {
      expire()
      const { frame } = kept.get(id) ?? {}
      kept.delete(id)
      return frame
    },
    clear() {
      for (const [id] of kept) drop(id)
    },
  }
}
