import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type PgBoss from 'pg-boss'
import { failureIn } from './failureIn'
import { inTransaction } from './inTransaction'
import type { Db, JobQueue, Outcome } from './JobQueue'

/** How long a process without work waits before it asks again, in milliseconds: at first, and in the end. */
const [SOON, LATER] = [100, 1000]

/** Ties a queue to pg-boss on PostgreSQL. What came of a job and its acknowledgement are one transaction. */
export function createBossQueue<Job extends { id: string }>(
  boss: PgBoss,
  pool: Pool,
  { name, deadLetter }: { name: string; deadLetter?: string },
): JobQueue<Job> {
  function settle(id: string, job: Job, { write, failure }: Outcome): Promise<void> {
    return inTransaction(pool, async (db) => {
      await write(db)
      if (failure && !failure.isFinal) return boss.fail(name, id, failure, on(db))
      if (failure && deadLetter) await boss.send(deadLetter, { ...job, failure }, on(db))
      // Not completed: a completed job would keep its records for a day.
      return boss.deleteJob(name, id, on(db))
    })
  }

  return {
    async send(job, db = pool) {
      await boss.send(name, job, { id: job.id, ...on(db) })
    },
    async work(handler, { inFlight, signal, mayTake = async () => true }) {
      const loop = async () => {
        let idle = SOON
        while (!signal.aborted) {
          const jobs = await mayTake().then((may) => (may ? boss.fetch<Job>(name, METADATA) : []))
          idle = jobs.length === 0 ? Math.min(LATER, idle * 2) : SOON
          if (jobs.length === 0) await wait(idle, undefined, { signal }).catch(() => {})
          for (const { id, data, output } of jobs) {
            await handler(data, failureIn(data) ?? failureIn(output))
              .then((outcome) => settle(id, data, outcome))
              // If this is not written either, the job's time runs out.
              .catch(({ message }: Error) => boss.fail(name, id, { message }).catch(() => {}))
          }
        }
      }
      await Promise.all(Array.from({ length: inFlight }, loop))
    },
  }
}

function on(db: Db) {
  return { db: { executeSql: (text: string, values: unknown[]) => db.query(text, values) } }
}

const METADATA = { includeMetadata: true } as const
