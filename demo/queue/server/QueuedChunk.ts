import type { PushDataRequest } from '../../../src/push/index'

/** A chunk in the queue. It needs nothing of the others. */
export interface QueuedChunk {
  /** Which form of chunk this is. It changes when a worker of an older version could not read it. */
  version: 1
  /** A UUID made of the run and the body. So the same chunk is in the queue once, also when a list repeats its rows. */
  id: string
  run: string
  workspace: string
  customer_key: string
  /** Which phase of the customer's records it is of. */
  phase: number
  records: number
  bytes: number
  /** The request as JSON. As a text, because the ledger's fingerprints depend on the order of fields, and jsonb sorts them. */
  body: string
}

/** A chunk with its request. */
export interface ReadChunk {
  chunk: QueuedChunk
  request: PushDataRequest
}

/** Reads a chunk, also one that an older version of this program put in the queue. Throws an Error for any other. */
export function readQueuedChunk(job: unknown): ReadChunk {
  const { version, body, ...rest } = (job ?? {}) as Partial<Omit<QueuedChunk, 'version' | 'body'>> & {
    version?: number
    body?: unknown
  }
  if (version !== undefined && version !== 1) {
    throw new Error(
      `The chunk has version ${version}, and this worker reads version 1. A newer program put it in the queue. Update this worker, and start the run again.`,
    )
  }
  // Before version 1 a chunk was a body alone, as an object, and there was one workspace.
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {})
  const request = JSON.parse(text) as PushDataRequest
  if (typeof request.customer_key !== 'string') {
    throw new Error('The chunk has no body with a `customer_key`. It is not one of this program.')
  }
  const facts = { id: '', run: '', workspace: 'default', phase: 0, records: countRecords(request) }
  const chunk = { ...facts, bytes: Buffer.byteLength(text), ...rest, customer_key: request.customer_key }
  return { chunk: { ...chunk, version: 1, body: text }, request }
}

/** Counts the records of a request. */
export function countRecords(body: PushDataRequest): number {
  return Object.values(body).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0)
}
