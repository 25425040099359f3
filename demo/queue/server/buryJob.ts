import type { PushFailure } from '../../../src/push/index'
import { closePhase } from './closePhase'
import type { Db, Failure, Outcome } from './JobQueue'
import type { Queues } from './openQueues'
import type { PlanJob } from './PlanJob'
import type { QueuedChunk } from './QueuedChunk'
import { settleChunk } from './settleChunk'
import { uuidOf } from './uuidOf'

/** What can come to the dead-letter queue. Of a newer version's job nothing is certain. */
export type DeadJob = { id: string } & Partial<Omit<QueuedChunk, 'id'> & PlanJob>

/**
 * Writes down what did not arrive and why, and lets the rest of the run go on. The records are not in the ledger, so
 * the next run sends them again.
 */
export async function buryJob(queues: Queues, job: DeadJob, failure: Failure | undefined): Promise<Outcome> {
  const { id, run, customer_key, phase, records = 0, bytes = 0, body } = job
  const failures = ((failure?.details as PushFailure[] | undefined) ?? []).slice(0, records)
  const failed = failures.length || records

  async function write(db: Db): Promise<void> {
    const { rowCount } = await db.query(
      `INSERT INTO seam_dead (id, run, customer_key, records, reason, failures) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [
        // A job that cannot be read may have no id.
        id ? uuidOf('dead', run ?? '', id) : uuidOf('dead', JSON.stringify(job)),
        run,
        customer_key,
        failed,
        failure?.message ?? 'No worker finished it.',
        JSON.stringify(failures),
      ],
    )
    if (rowCount === 0 || run === undefined || customer_key === undefined || phase === undefined) return
    if (body) {
      const chunk = { ...job, run, customer_key, phase, records, bytes } as QueuedChunk
      await settleChunk(db, queues, chunk, failed)
      return
    }
    // A customer that cannot be planned has no later phases in this run.
    const given = await db.query(
      'UPDATE seam_stage SET planned = 0 WHERE run = $1 AND customer_key = $2 AND phase = $3 AND planned IS NULL',
      [run, customer_key, phase],
    )
    if (given.rowCount === 1) await closePhase(db, queues, { run, customer_key, next: null })
  }
  return { write }
}
