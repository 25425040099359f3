import type { AcknowledgedRun, PushCheckpoint } from './PushCheckpoint'
import type { RequestEntry } from './RequestChunk'

/** Collects what the vendor has acknowledged. */
export interface Acknowledged {
  add: (entries: readonly RequestEntry[]) => void
  /** A copy, to be kept. */
  checkpoint: () => PushCheckpoint
}

/** Starts from what an earlier call had acknowledged. Neighbouring runs become one, so it stays small. */
export function createAcknowledged(before: PushCheckpoint | undefined): Acknowledged {
  const runs: AcknowledgedRun[] = (before?.acknowledged ?? []).map(copyRun)
  return {
    add(entries) {
      for (const { from, to, after } of entries) {
        // Chunks come back nearly in order, so the place is near the end.
        let at = runs.length
        while (at > 0 && (runs[at - 1] as AcknowledgedRun).from > from) at -= 1
        const [left, right] = [runs[at - 1], runs[at]]
        if (left?.to === from) {
          left.to = to
          left.after = after
          if (right?.from === to) {
            left.to = right.to
            left.after = right.after
            runs.splice(at, 1)
          }
        } else if (right?.from === to) {
          right.from = from
        } else {
          runs.splice(at, 0, { from, to, after })
        }
      }
    },
    checkpoint: () => ({ version: 2, acknowledged: runs.map(copyRun) }),
  }
}

function copyRun({ from, to, after }: AcknowledgedRun): AcknowledgedRun {
  return { from, to, after }
}
