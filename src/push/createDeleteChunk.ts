import type { RecordKeys } from '../schemas/DeleteDataRequest'
import { RESOURCE_KEYS } from '../wire/RESOURCE_KEYS'
import { createDigest } from './createDigest'
import { type DeletableList, type DeleteChunk, type DeleteEntry } from './DeletePlan'

/** The field of delete_data that holds the keys of a list. */
export function keysFieldOf(list: DeletableList): keyof Omit<RecordKeys, 'customer_keys'> {
  return `${RESOURCE_KEYS[list]}s`
}

/**
 * Makes one request of records. Its body is made of the records alone, so it holds no list that no record is in: never
 * `customer_keys`, also when a plan was changed on its way.
 */
export function createDeleteChunk(entries: readonly DeleteEntry[]): DeleteChunk {
  const body: RecordKeys = {}
  const digest = createDigest()
  for (const { list, key } of entries) {
    const keys = (body[keysFieldOf(list)] ??= [])
    if (keys.length === 0) digest.add(list)
    keys.push(key)
    digest.add(key)
  }
  return {
    id: digest.value().toString(16).padStart(14, '0'),
    records: entries.length,
    bytes: createDigest().add(JSON.stringify(body)),
    body,
    entries,
  }
}

// For the lengths of texts alone: making one for each key takes longer than counting.
const meter = createDigest()

/** Gives what one more key adds to a body, in bytes: itself, and the comma or the list around it. */
export function addedKeyBytes({ list, key }: DeleteEntry, previous: DeleteEntry | undefined): number {
  return meter.add(JSON.stringify(key)) + (previous?.list === list ? 1 : `,"${keysFieldOf(list)}":[]`.length)
}
