import { closePhase } from './closePhase'
import type { Db } from './JobQueue'
import type { Queues } from './openQueues'
import type { QueuedChunk } from './QueuedChunk'

/** Counts a chunk as settled, and opens the customer's next phase when it was the last of its own. */
export async function settleChunk(
  db: Db,
  queues: Queues,
  { run, customer_key, phase, records, bytes }: QueuedChunk,
  failed: number,
): Promise<void> {
  const { rows } = await db.query<{ is_over: boolean; next_phase: number | null }>(
    `UPDATE seam_stage SET settled = settled + 1, sent = sent + $4, failed = failed + $5, bytes = bytes + $6
     WHERE run = $1 AND customer_key = $2 AND phase = $3 RETURNING settled = planned AS is_over, next_phase`,
    [run, customer_key, phase, records - failed, failed, bytes],
  )
  if (rows[0]?.is_over) await closePhase(db, queues, { run, customer_key, next: rows[0].next_phase })
}
