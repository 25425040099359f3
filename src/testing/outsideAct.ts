/** What React looks at to decide whether a test must wrap updates in `act`. */
const flags = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined }

// Taken now: a test may put fake timers in their place later.
const setRealTimeout = globalThis.setTimeout.bind(globalThis)

let running = 0
let before: boolean | undefined

/**
 * Runs work during which React draws by itself, as in production. Inside `act` React would wait for the work to end,
 * and the work waits for React. Resolves when React has drawn what the work changed.
 */
export async function outsideAct<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running === 0) before = flags.IS_REACT_ACT_ENVIRONMENT
  running += 1
  if (before !== undefined) flags.IS_REACT_ACT_ENVIRONMENT = false
  try {
    const result = await work()
    await pass(0)
    await pass(0)
    return result
  } finally {
    running -= 1
    if (running === 0) flags.IS_REACT_ACT_ENVIRONMENT = before
  }
}

/** Waits until a condition holds. Returns false when it does not hold after so many looks, five milliseconds apart. */
export async function waitUntil(holds: () => boolean, looks = 600): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    if (holds()) return true
    await pass(5)
  }
  return holds()
}

function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setRealTimeout(resolve, milliseconds))
}
