import { type LedgerEntry, type PushClient, pushData } from '../../../src/push/index'
import { createPostgresLedger } from './createPostgresLedger'
import type { Failure, Outcome } from './JobQueue'
import type { Queues } from './openQueues'
import { type ReadChunk, readQueuedChunk } from './QueuedChunk'
import { settleChunk } from './settleChunk'

/** What sending needs. */
export interface Sending {
  queues: Queues
  client: PushClient
}

/**
 * Sends a chunk. Gives what to write in the transaction that acknowledges it: the count, and the fingerprints for the
 * ledger. A worker that dies before that has written nothing, and another one sends the chunk again.
 */
export async function sendQueuedChunk(job: unknown, { queues, client }: Sending): Promise<Outcome> {
  let read: ReadChunk
  try {
    read = readQueuedChunk(job)
  } catch (thrown) {
    return { write: async () => {}, failure: { message: (thrown as Error).message, isFinal: true } }
  }
  const { chunk, request } = read
  const acknowledged: LedgerEntry[] = []
  // After its time another worker gets the chunk. A fifth of it is for writing down what came of this.
  const seconds = (queues.expireSeconds * 4) / 5
  const { failed, stopped } = await pushData(client, request, {
    workspace: chunk.workspace,
    // The planner has asked the ledger.
    full: true,
    ledger: {
      get: (keys) => keys.map(() => undefined),
      set: (entries) => void acknowledged.push(...entries),
      delete: () => {},
      entries: () => [],
    },
    // One chunk is one request.
    maxRecords: Infinity,
    maxBytes: Infinity,
    // The client waits for its turn, which is no silence of the vendor. It has a limit of its own.
    timeout: Infinity,
    signal: AbortSignal.timeout(seconds * 1000),
  })
  let failure: Failure | undefined
  if (stopped?.code === 'aborted') {
    const why = 'the vendor did not answer, or asked to wait for longer'
    failure = {
      message: `The chunk was not sent in the ${seconds} seconds that a worker has for it: ${why}.`,
    }
  } else if (stopped) failure = { message: stopped.message }
  else if (failed[0]) {
    failure = {
      message: `${failed[0].path}: ${failed[0].reason}`,
      details: failed,
      // The same record is refused every time. A vendor that fails may take it later.
      isFinal: failed.every(({ code }) => code === 'invalid_input'),
    }
  }
  return {
    failure,
    async write(db) {
      if (acknowledged.length > 0) await createPostgresLedger(db).set(acknowledged)
      if (!failure) await settleChunk(db, queues, chunk, 0)
    },
  }
}
