import { FRAME_LIMITS } from './FRAME_LIMITS'

// Functions that remove a prewarmed frame, the oldest first. All pages and users of this script share the count.
const warm = new Set<() => void>()

/** Counts a prewarmed frame, and evicts prewarmed frames by count and age. The returned function ends the count. */
export function keepWarm(evict: () => void): () => void {
  const [oldest] = warm
  if (oldest && warm.size >= FRAME_LIMITS.frames) {
    warm.delete(oldest)
    oldest()
  }
  warm.add(evict)
  const timer = setTimeout(evict, FRAME_LIMITS.age)
  return () => {
    clearTimeout(timer)
    warm.delete(evict)
  }
}
