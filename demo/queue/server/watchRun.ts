import type { PushProgressState } from '../../../src/push/index'
import type { SharedLimit } from './createSharedLimit'
import type { Db } from './JobQueue'
import { type RunProgress, readProgress } from './readProgress'

/** A run with its speed. */
export type WatchedRun = Omit<RunProgress, 'progress'> & { progress: PushProgressState }

/** How far back the speed looks, and how much of that it needs before it foretells anything, in milliseconds. */
const WINDOW = 10_000
const ENOUGH = 3000

/** Makes a function that reads how runs stand. The speed comes from the calls before, so call it at least each second. */
export function watchRun(db: Db, limit: SharedLimit): (run: string) => Promise<WatchedRun | undefined> {
  let watched = ''
  let samples: { at: number; done: number }[] = []
  return async function look(run) {
    const found = await readProgress(db, run)
    if (!found) return undefined
    if (watched !== run) samples = []
    watched = run
    const { state, done, total } = found.progress
    const at = performance.now()
    samples.push({ at, done })
    while (samples.length > 2 && at - (samples[1]?.at ?? 0) > WINDOW) samples.shift()
    const [first = { at, done }] = samples
    const span = at - first.at
    const perSecond = span > 0 ? ((done - first.done) / span) * 1000 : 0
    const waitMs = state === 'running' ? await limit.restMs() : 0
    const isKnown =
      state === 'running' && waitMs === 0 && total !== undefined && span >= ENOUGH && perSecond > 0
    return {
      ...found,
      progress: {
        ...found.progress,
        perSecond,
        ...(isKnown && { remainingMs: (Math.max(0, total - done) / perSecond) * 1000 }),
        ...(waitMs > 0 && { state: 'waiting', waitMs, code: 'rate_limited' }),
      },
    }
  }
}
