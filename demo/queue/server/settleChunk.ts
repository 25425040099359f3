import { closePhase } from './closePhase'
import type { Db } from './JobQueue'
import type { Queues } from './openQueues'
import type { QueuedChunk } from './QueuedChunk'

/**
 * Counts a chunk as settled, and opens the customer's next phase when it was the last of its own. A chunk counts once,
 * however often an engine hands it out.
 */
export async function settleChunk(
  db: Db,
  queues: Queues,
  { id, run, customer_key, phase, records, bytes }: QueuedChunk,
  failed: number,
): Promise<void> {
  const { rows } = await db.query<{ is_over: boolean; next_phase: number | null }>(
    `WITH fresh AS (
       INSERT INTO seam_settled (run, chunk)
       SELECT run, $7 FROM seam_stage WHERE run = $1 AND customer_key = $2 AND phase = $3
       ON CONFLICT DO NOTHING RETURNING 1
     )
     UPDATE seam_stage SET settled = settled + 1, sent = sent + $4, failed = failed + $5, bytes = bytes + $6
     WHERE run = $1 AND customer_key = $2 AND phase = $3 AND EXISTS (SELECT FROM fresh)
     RETURNING settled = planned AS is_over, next_phase`,
    [run, customer_key, phase, records - failed, failed, bytes, id],
  )
  if (rows[0]?.is_over) await closePhase(db, queues, { run, customer_key, next: rows[0].next_phase })
}
