import type { PushFailure, PushProgressState } from '../../../src/push/index'
import type { Db } from './JobQueue'

/** How a run stands, for `<PushProgress>`. */
export interface RunProgress {
  progress: Omit<PushProgressState, 'perSecond'>
  /** What was not taken. */
  failures: PushFailure[]
  /** What is in the dead letters, newest first. */
  dead: DeadLetter[]
}

/** A chunk, or some records of a plan, that did not arrive. */
export interface DeadLetter {
  id: string
  customer_key: string | null
  records: number
  reason: string
}

/** How many dead letters are read. */
const SHOWN = 50

/** Reads how a run stands. Undefined when there is no such run. */
export async function readProgress(db: Db, run: string): Promise<RunProgress | undefined> {
  const { rows } = await db.query<
    Record<'total' | 'sent' | 'failed' | 'unchanged' | 'bytes', string | null> & { is_over: boolean }
  >(
    `SELECT total, ended_at IS NOT NULL AS is_over, coalesce(sum(sent), 0) AS sent, coalesce(sum(seam_stage.failed), 0) AS failed,
            coalesce(sum(unchanged), 0) AS unchanged, coalesce(sum(bytes), 0) AS bytes
     FROM seam_run LEFT JOIN seam_stage ON run = seam_run.id WHERE seam_run.id = $1 GROUP BY seam_run.id`,
    [run],
  )
  const [row] = rows
  if (!row) return undefined
  const { rows: dead } = await db.query<DeadLetter & { failures: PushFailure[] }>(
    'SELECT id, customer_key, records, reason, failures FROM seam_dead WHERE run = $1 ORDER BY buried_at DESC, id LIMIT $2',
    [run, SHOWN],
  )
  const [sent, failed, unchanged] = [row.sent, row.failed, row.unchanged].map(Number) as [
    number,
    number,
    number,
  ]
  return {
    progress: {
      state: row.is_over ? 'done' : 'running',
      done: sent + failed + unchanged,
      // At the end the count is known better than at the start: the source may have changed.
      ...(row.is_over
        ? { total: sent + failed + unchanged }
        : row.total !== null && { total: Number(row.total) }),
      failed,
      ...(unchanged > 0 && { unchanged }),
      bytes: Number(row.bytes),
    },
    failures: dead.flatMap(({ failures }) => failures),
    dead: dead.map(({ id, customer_key, records, reason }) => ({ id, customer_key, records, reason })),
  }
}
