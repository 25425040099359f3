import { type DeadJob, buryJob } from './buryJob'
import { createSharedLimit } from './createSharedLimit'
import { createVendorClient, type VendorOptions } from './createVendorClient'
import { openQueues, type QueueOptions } from './openQueues'
import { planPhase } from './planPhase'
import type { Source } from './Source'
import { sendQueuedChunk } from './sendQueuedChunk'

/** What a worker needs. */
export interface WorkerOptions<Settings> extends QueueOptions {
  databaseUrl: string
  vendor: VendorOptions
  source: Source<Settings>
  /** How many requests all workers together may send in a second. @default 1000 */
  perSecond?: number | undefined
  /** How many chunks this worker sends at once. @default 2 */
  inFlight?: number | undefined
  /** Told after each chunk. */
  onChunk?: (() => void) | undefined
  /** Ends the work. Jobs in hand are finished first. */
  signal: AbortSignal
}

/** With this many chunks in the queue no worker plans. Otherwise the database would hold a full sync at once. */
const PLENTY = 500

/**
 * Plans, sends and writes dead letters until the signal aborts. Start as many processes of it as you like, on any
 * machines.
 */
export async function runWorker<Settings>(options: WorkerOptions<Settings>): Promise<void> {
  const { databaseUrl, vendor, source, perSecond = 1000, inFlight = 2, onChunk, signal } = options
  const queues = await openQueues(databaseUrl, { connections: inFlight + 4, ...options })
  const { plans, chunks, dead, pool, boss } = queues
  const client = createVendorClient(vendor, createSharedLimit(pool, { perSecond }))
  try {
    await Promise.all([
      plans.work(async (job) => ({ write: (db) => planPhase(db, { queues, source }, job) }), {
        inFlight: 1,
        signal,
        // A database that does not answer is asked again.
        mayTake: async () =>
          (await boss.getQueueSize('seam-chunks', { before: 'active' }).catch(() => PLENTY)) < PLENTY,
      }),
      chunks.work(
        async (job) => {
          const outcome = await sendQueuedChunk(job, { queues, client })
          onChunk?.()
          return outcome
        },
        { inFlight, signal },
      ),
      dead.work((job: DeadJob, failure) => buryJob(queues, job, failure), { inFlight: 1, signal }),
    ])
  } finally {
    await queues.close()
  }
}
