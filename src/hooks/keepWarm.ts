/** Frames made ahead that nobody has opened: at most two, and none for longer than a quarter of an hour. */
const LIMITS = { frames: 2, age: 15 * 60_000 }

// Functions that take a frame away again; which page or user they belong to makes no difference to how many there are.
const warm: (() => void)[] = []

/** Counts a frame that was made ahead, and cools it, or an older one, when it is time. The result ends the count. */
export function keepWarm(cool: () => void): () => void {
  if (warm.length >= LIMITS.frames) warm.shift()?.()
  warm.push(cool)
  const timer = setTimeout(cool, LIMITS.age)
  return () => {
    clearTimeout(timer)
    if (warm.includes(cool)) warm.splice(warm.indexOf(cool), 1)
  }
}
