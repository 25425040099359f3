import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type PgBoss from 'pg-boss'
import type { Db, Failure, JobQueue, Outcome } from './JobQueue'

/** How long a process without work waits before it asks again, in milliseconds. */
const IDLE = 200

/** Ties a queue to pg-boss on PostgreSQL. What came of a job and its acknowledgement are one transaction. */
export function createBossQueue<Job extends { id: string }>(
  boss: PgBoss,
  pool: Pool,
  { name, deadLetter }: { name: string; deadLetter?: string },
): JobQueue<Job> {
  const on = (db: Db) => ({ db: { executeSql: (text: string, values: unknown[]) => db.query(text, values) } })

  async function settle(id: string, job: Job, { write, failure }: Outcome): Promise<void> {
    const db = await pool.connect()
    try {
      await db.query('BEGIN')
      await write(db)
      if (failure && !failure.isFinal) await boss.fail(name, id, failure, on(db))
      else {
        if (failure && deadLetter) await boss.send(deadLetter, { ...job, failure }, on(db))
        // The types hide that this gives the number of jobs it changed. With none, the job's time was up, and another
        // worker has settled it.
        const done = (await boss.complete(name, id, {}, on(db))) as unknown as { affected: number }
        if (done.affected === 0) throw new Error('The job was settled by another worker.')
      }
      await db.query('COMMIT')
      db.release()
    } catch (thrown) {
      // Closes the connection, which ends its transaction.
      db.release(true)
      throw thrown
    }
  }

  return {
    async send(job, db = pool) {
      await boss.send(name, job, { id: job.id, ...on(db) })
    },
    async work(handler, { inFlight, signal, mayTake = async () => true }) {
      const loop = async () => {
        while (!signal.aborted) {
          const [job] = !(await mayTake())
            ? []
            : await boss.fetch<Job & { failure?: Failure }>(name, { includeMetadata: true })
          if (!job) await wait(IDLE, undefined, { signal }).catch(() => {})
          else {
            await handler(job.data, job.data.failure ?? failureIn(job.output))
              .then((outcome) => settle(job.id, job.data, outcome))
              // If this is not written either, the job's time runs out.
              .catch(({ message }: Error) => boss.fail(name, job.id, { message }).catch(() => {}))
          }
        }
      }
      await Promise.all(Array.from({ length: inFlight }, loop))
    },
  }
}

/** Reads what pg-boss keeps of a failure. It wraps its own, such as that a job's time was up. */
function failureIn(output: unknown): Failure | undefined {
  const said = output as (Failure & { value?: Failure }) | null
  return said?.value ?? said ?? undefined
}
