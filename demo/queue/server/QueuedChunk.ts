import type { PushChunk } from '../../../src/push/index'
import type { PushDataRequest } from '../../../src/schemas/index'

/** A chunk in the queue. It needs nothing of the others. */
export interface QueuedChunk extends Omit<PushChunk, 'body'> {
  /** Which form of chunk this is. It changes when a worker of an older version could not read it. */
  version: 1
  /** A UUID made of the run and the body. So the same chunk is in the queue once. */
  id: string
  run: string
  workspace: string
  customer_key: string
  /** Which phase of the customer's records it is of. */
  phase: number
  body: PushDataRequest
}

/** Reads a chunk, also one that an older version of this program put in the queue. Throws an Error for any other. */
export function readQueuedChunk(job: unknown): QueuedChunk {
  const { version, body, ...rest } = (job ?? {}) as Partial<Omit<QueuedChunk, 'version'>> & {
    version?: number
  }
  if (typeof body?.customer_key !== 'string') {
    throw new Error('The chunk has no body with a `customer_key`. It is not one of this program.')
  }
  if (version !== undefined && version !== 1) {
    throw new Error(
      `The chunk has version ${version}, and this worker reads version 1. A newer program put it in the queue. Update this worker, and start the run again.`,
    )
  }
  return {
    id: '',
    run: '',
    // Before version 1 a chunk was a body alone, and there was one workspace.
    workspace: 'default',
    phase: 0,
    records: countRecords(body),
    bytes: Buffer.byteLength(JSON.stringify(body)),
    ...rest,
    customer_key: body.customer_key,
    version: 1,
    body,
  }
}

/** Counts the records of a request. */
export function countRecords(body: PushDataRequest): number {
  return Object.values(body).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
}
