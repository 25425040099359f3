import { closePhase } from './closePhase'
import { inTransaction } from './inTransaction'
import type { Db } from './JobQueue'
import type { Queues } from './openQueues'
import type { Source } from './Source'

/** A sync of every customer. */
export interface RunOptions<Settings> {
  /** Its name, such as the date. In 30 days a run with the same name is started once, also when two processes start it. */
  id: string
  /** What the workers send to. Ledger entries are kept under it. */
  workspace: string
  /** What the source needs to know. */
  settings: Settings
  /** Sends every record, also those that the ledger has. @default false */
  full?: boolean
}

/**
 * Starts a run: it asks for a plan of each customer. Returns false when the run was started before. It deletes what is
 * old: which chunks were counted, a day after their run's end; runs and dead letters after 30 days.
 */
export async function startRun<Settings>(
  queues: Queues,
  source: Source<Settings>,
  { id, workspace, settings, full = false }: RunOptions<Settings>,
): Promise<boolean> {
  return inTransaction(queues.pool, async (db) => {
    const { rowCount } = await db.query(
      `INSERT INTO seam_run (id, workspace, settings, is_full, total, open) VALUES ($1, $2, $3, $4, $5, 0)
       ON CONFLICT DO NOTHING`,
      [id, workspace, JSON.stringify(settings), full, source.count(settings)],
    )
    if (rowCount === 0) return false
    await deleteOld(db)
    let open = 0
    for await (const customer_key of source.customers(settings)) {
      open += 1
      await closePhase(db, queues, { run: id, customer_key, next: 0 })
    }
    await db.query(
      'UPDATE seam_run SET open = $2::int, ended_at = CASE WHEN $2::int = 0 THEN now() END WHERE id = $1',
      [id, open],
    )
    return true
  })
}

async function deleteOld(db: Db): Promise<void> {
  // An engine may hand a chunk out again for as long as it keeps jobs.
  await db.query(
    `DELETE FROM seam_settled USING seam_run WHERE run = seam_run.id AND ended_at < now() - interval '1 day'`,
  )
  await db.query(`DELETE FROM seam_run WHERE ended_at < now() - interval '30 days'`)
  await db.query(`DELETE FROM seam_dead WHERE buried_at < now() - interval '30 days'`)
}
