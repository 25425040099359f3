import { FRAME_LIMITS } from './FRAME_LIMITS'

// Functions that remove a prewarmed frame, the oldest first. All pages and users of this script share the count.
const warm: (() => void)[] = []

/** Counts a prewarmed frame, and evicts prewarmed frames by count and age. The returned function ends the count. */
export function keepWarm(evict: () => void): () => void {
  if (warm.length >= FRAME_LIMITS.frames) warm.shift()?.()
  warm.push(evict)
  const timer = setTimeout(evict, FRAME_LIMITS.age)
  return () => {
    clearTimeout(timer)
    if (warm.includes(evict)) warm.splice(warm.indexOf(evict), 1)
  }
}
