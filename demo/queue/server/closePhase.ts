import type { Db } from './JobQueue'
import type { Queues } from './openQueues'
import { uuidOf } from './uuidOf'

/** A phase of a customer whose chunks are all settled. */
export interface ClosedPhase {
  run: string
  customer_key: string
  /** What comes after it; null when the customer is finished. */
  next: number | null
}

/** Asks for the plan of a customer's next phase, or counts the customer as finished. */
export async function closePhase(
  db: Db,
  queues: Queues,
  { run, customer_key, next }: ClosedPhase,
): Promise<void> {
  if (next === null) {
    await db.query(
      'UPDATE seam_run SET open = open - 1, ended_at = CASE WHEN open = 1 THEN now() END WHERE id = $1',
      [run],
    )
    return
  }
  await db.query('INSERT INTO seam_stage (run, customer_key, phase) VALUES ($1, $2, $3)', [
    run,
    customer_key,
    next,
  ])
  const id = uuidOf('plan', run, customer_key, String(next))
  await queues.plans.send({ id, run, customer_key, phase: next }, db)
}
