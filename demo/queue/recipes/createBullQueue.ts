import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type ConnectionOptions, Queue, UnrecoverableError, Worker } from 'bullmq'
import type { Pool } from 'pg'
import { inTransaction } from '../server/inTransaction'
import type { Failure, JobQueue } from '../server/JobQueue'

/** How often a job is tried in all. */
const ATTEMPTS = 5

/**
 * Ties a queue to BullMQ on Redis. The ledger stays in PostgreSQL, so its transaction ends before Redis acknowledges the
 * job. A worker that dies between the two makes the chunk be sent once more, which changes nothing.
 */
export function createBullQueue<Job extends { id: string }>(
  connection: ConnectionOptions,
  pool: Pool,
  { name, deadLetter }: { name: string; deadLetter?: Queue },
): JobQueue<Job> {
  const queue = new Queue<{ id: string }>(name, {
    connection,
    defaultJobOptions: {
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: 1000 },
      // As long as a run takes: until then the id keeps a second planner's copy out.
      removeOnComplete: { age: 86_400 },
      // A job holds names of people. What failed is in the dead letters.
      removeOnFail: { age: 86_400 },
    },
  })
  return {
    async send(job) {
      await queue.add(name, job, { jobId: job.id })
    },
    async work(handler, { inFlight, signal, mayTake = async () => true }) {
      const worker = new Worker<{ id: string }>(
        name,
        async (job) => {
          while (!signal.aborted && !(await mayTake()))
            await wait(1000, undefined, { signal }).catch(() => {})
          const data = job.data as Job & { failure?: Failure }
          const { write, failure } = await handler(data, data.failure)
          await inTransaction(pool, write)
          if (!failure) return
          if (failure.isFinal || job.attemptsMade + 1 >= ATTEMPTS) {
            await deadLetter?.add(deadLetter.name, { ...data, failure }, { jobId: data.id })
            throw new UnrecoverableError(failure.message)
          }
          throw new Error(failure.message)
        },
        // A worker that dies keeps its lock that long.
        { connection, concurrency: inFlight, lockDuration: 60_000 },
      )
      if (!signal.aborted) await once(signal, 'abort')
      await worker.close()
    },
  }
}
