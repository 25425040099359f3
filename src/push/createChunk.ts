import type { PushDataRequest } from '../schemas/CustomerData'
import type { ResourceList } from '../wire/RESOURCE_KEYS'
import { createDigest } from './createDigest'
import type { PushChunk } from './PushChunk'
import { PUSH_PHASES } from './PUSH_PHASES'
import type { ReadRecord } from './readRecord'
import type { RequestChunk } from './RequestChunk'

/** A chunk with what a push has to know of it. */
export interface Chunk extends PushChunk, RequestChunk<ReadRecord> {
  body: PushDataRequest
}

const PHASE_OF = new Map<ResourceList, number>(
  PUSH_PHASES.flatMap((lists, phase) => lists.map((list) => [list, phase] as const)),
)

/** Makes a chunk of records of one customer, in the order they are given. */
export function createChunk(customerKey: string, entries: ReadRecord[], bytes: number): Chunk {
  const body: Record<string, unknown> = { customer_key: customerKey }
  const digest = createDigest()
  digest.add(customerKey)
  for (const { place, record, hash } of entries) {
    const rows = (body[place.list] ??= []) as object[]
    if (rows.length === 0) digest.add(place.list)
    rows.push(record)
    digest.addValue(hash)
  }
  const phases = [entries[0], entries.at(-1)].map((entry) => (entry && PHASE_OF.get(entry.place.list)) ?? 0)
  return {
    id: digest.value().toString(16).padStart(14, '0'),
    records: entries.length,
    bytes,
    body: body as PushDataRequest,
    entries,
    owner: customerKey,
    phases: phases as [number, number],
  }
}

/** Gives the length of a body without records, in bytes. */
export function emptyBytes(customerKey: string): number {
  return createDigest().add(JSON.stringify({ customer_key: customerKey }))
}

/** Gives what one more record adds to a body, in bytes: itself, and the comma or the list around it. */
export function addedBytes(entry: ReadRecord, previous: ReadRecord | undefined): number {
  const { list } = entry.place
  return entry.bytes + (previous?.place.list === list ? 1 : `,"${list}":[]`.length)
}

/** Makes a chunk of some of another one's records. */
export function createPart({ owner }: Pick<Chunk, 'owner'>, entries: ReadRecord[]): Chunk {
  let bytes = emptyBytes(owner)
  for (const [at, entry] of entries.entries()) bytes += addedBytes(entry, entries[at - 1])
  return createChunk(owner, entries, bytes)
}
