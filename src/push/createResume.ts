import type { AcknowledgedRun, PushCheckpoint } from './PushCheckpoint'

/** Follows a run along a checkpoint of an earlier one. */
export interface Resume {
  /** Call it before each record, and once at the end of the data. Throws when the data is not that of the checkpoint. */
  arrive: (position: number, fingerprint: number) => void
  /** Whether the record at the current position was acknowledged. */
  covers: () => boolean
  /** Whether it is still open that the data is the same: nothing may be sent before. */
  isUnproven: () => boolean
  /** Call it when the data has ended. Throws when the checkpoint tells of more. */
  end: () => void
}

const OTHER_DATA =
  '`checkpoint` belongs to other data: records differ from those it was made for, or stand in another order. Nothing was sent. Start without it; sending a record again changes nothing.'

/** Reads a checkpoint that a host kept. Throws a TypeError when it is not one. */
export function createResume(checkpoint: PushCheckpoint | undefined): Resume {
  const runs = checkpoint === undefined ? [] : runsOf(checkpoint)
  let at = 0
  let inside = false
  return {
    arrive(position, fingerprint) {
      let run = runs[at]
      if (inside && run?.to === position) {
        if (run.after !== fingerprint) throw new TypeError(OTHER_DATA)
        inside = false
        at += 1
        run = runs[at]
      }
      if (run?.from === position) inside = true
    },
    covers: () => inside,
    isUnproven: () => at < runs.length,
    end() {
      if (at < runs.length) throw new TypeError(OTHER_DATA)
    },
  }
}

function runsOf(checkpoint: unknown): AcknowledgedRun[] {
  const { version, acknowledged } = (checkpoint ?? {}) as Partial<PushCheckpoint>
  const isRun = (run: Partial<AcknowledgedRun> | null, index: number): boolean =>
    !!run &&
    Number.isInteger(run.from) &&
    Number.isInteger(run.to) &&
    (run.from as number) >= (index ? ((acknowledged as AcknowledgedRun[])[index - 1]?.to ?? 0) : 0) &&
    (run.from as number) < (run.to as number) &&
    typeof run.after === 'number'
  if (version !== 2 || !Array.isArray(acknowledged) || !acknowledged.every(isRun)) {
    throw new TypeError(
      '`checkpoint` is none that pushData or deleteData gave, or one of another version. Nothing was sent. Start without it; sending a record again changes nothing.',
    )
  }
  return acknowledged
}
