import type { PushClock } from './PushClock'
import type { PushProgressState } from './PushProgressState'

/** Counts the records of a push, and calls `onProgress`. */
export interface Progress {
  /** Records that are settled, and the bytes they took. */
  settle: (records: number, failed?: number, bytes?: number) => void
  /** Records that are settled without being sent: nothing about them has changed. */
  skip: (records: number) => void
  /** Sets the state, with what belongs to it, and tells it. */
  enter: (state: PushProgressState['state'], extra?: Pick<PushProgressState, 'waitMs' | 'code'>) => void
  /** Tells the state as it is. */
  tell: () => void
  setTotal: (total: number) => void
  readonly done: number
  readonly failed: number
}

/** How far back the speed looks, and how much of that it needs before it foretells anything, in milliseconds. */
const WINDOW = 10_000
const ENOUGH = 3000

/** A step of the clock above this is a jump, or a machine that slept. */
const JUMP = 60_000

/** Starts the count. A listener that throws does not stop the push. */
export function createProgress(
  { now }: Pick<PushClock, 'now'>,
  total: number | undefined,
  listener: ((state: PushProgressState) => void) | undefined,
): Progress {
  let current: PushProgressState = { state: 'running', done: 0, failed: 0, bytes: 0, perSecond: 0 }
  if (total !== undefined) current.total = total
  let extra: Pick<PushProgressState, 'waitMs' | 'code'> = {}
  let last = now()
  let active = 0
  const samples = [{ active: 0, done: 0 }]

  function tick(): void {
    const time = now()
    const step = time - last
    last = time
    if (current.state === 'running' && step > 0 && step < JUMP) active += step
  }

  function measure(): void {
    samples.push({ active, done: current.done })
    // One sample older than the window stays, to measure from.
    while (samples.length > 2 && active - (samples[1]?.active ?? 0) > WINDOW) samples.shift()
    const [first] = samples
    const span = active - (first?.active ?? 0)
    if (span > 0) current.perSecond = ((current.done - (first?.done ?? 0)) / span) * 1000
  }

  function tell(): void {
    tick()
    const { state, total: all, done, perSecond } = current
    const isKnown = state === 'running' && all !== undefined && active >= ENOUGH && perSecond > 0
    try {
      listener?.({
        ...current,
        ...extra,
        ...(isKnown && { remainingMs: (Math.max(0, all - done) / perSecond) * 1000 }),
      })
    } catch (thrown) {
      console.error(thrown)
    }
  }

  return {
    skip(records) {
      if (records > 0) current.unchanged = (current.unchanged ?? 0) + records
      this.settle(records)
    },
    settle(records, failed = 0, bytes = 0) {
      tick()
      current.done += records
      current.failed += failed
      current.bytes += bytes
      measure()
    },
    enter(state, more = {}) {
      tick()
      current = { ...current, state }
      extra = more
      tell()
    },
    tell,
    setTotal(all) {
      current.total = all
    },
    get done() {
      return current.done
    },
    get failed() {
      return current.failed
    },
  }
}
