/** What React looks at to decide whether a test must wrap updates in `act`. */
const flags = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined }

// Taken now: a test may put fake timers in their place later.
const setRealTimeout = globalThis.setTimeout.bind(globalThis)
const realNow = performance.now.bind(performance)

/** Milliseconds to wait for something. Test runners end a test after five seconds, and the sentence comes before that. */
const PATIENCE = 3_000

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

/** Waits until a condition holds. Returns false when it does not hold after three seconds. */
export async function waitUntil(holds: () => boolean): Promise<boolean> {
  const began = realNow()
  // Some looks in any case: a machine without time to spare may stand still between two of them.
  for (let looks = 0; looks < 100 || realNow() - began < PATIENCE; looks += 1) {
    if (holds()) return true
    await pass(5)
  }
  return holds()
}

function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setRealTimeout(resolve, milliseconds))
}
