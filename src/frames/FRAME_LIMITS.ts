/** Frames that are kept while no user sees them: how many at most, and for how long, in milliseconds. */
export const FRAME_LIMITS = { frames: 2, age: 15 * 60_000 }
