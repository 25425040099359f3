import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import { addedKeyBytes, createDeleteChunk, keysFieldOf } from './createDeleteChunk'
import type {
  DeletableList,
  DeleteChunk,
  DeleteEntry,
  DeleteFailure,
  DeleteInput,
  DeletePlan,
  DeletePlanList,
} from './DeletePlan'
import type { LedgerKey } from './Ledger'
import { type PlanOptions, readLimits } from './planPush'
import { PUSH_PHASES } from './PUSH_PHASES'

/** The lists in the order of deletion, the opposite of a push: access ends first, and places go last. */
export const DELETE_ORDER: readonly DeletableList[] = PUSH_PHASES.flatMap(
  (_, at) => PUSH_PHASES.at(-1 - at) ?? [],
).filter((list): list is DeletableList => list !== 'sites')

/** How many keys of each list a plan shows. */
const SHOWN = 5

const LIST_OF = new Map<string, DeletableList>(DELETE_ORDER.map((list) => [keysFieldOf(list), list]))

/**
 * Says what a deletion would delete, before anything is deleted: how many records of each list, their first keys, and
 * the requests for it. It never deletes whole customers. Throws a TypeError for data it cannot work with.
 *
 * @example
 * const plan = planDelete({ reservation_keys: ['R-20418'] })
 * const leftovers = planDelete(result.ledger.vanished)
 */
export function planDelete(data: DeleteInput, options: Omit<PlanOptions, 'onFailed'> = {}): DeletePlan {
  const limits = readLimits(options)
  const failed: DeleteFailure[] = []
  const entries = new Map<DeletableList, DeleteEntry[]>()
  const counts = new Map<ResourceList, number>()
  const seen = new Map<ResourceList, Set<string>>()
  for (const { customer_key, list, key } of readInput(data)) {
    const index = counts.get(list) ?? 0
    counts.set(list, index + 1)
    const reason = reasonAgainst(list, key)
    if (reason || list === 'sites') {
      const path = `${RESOURCE_KEYS[list]}s[${index}]`
      const isKey = typeof key === 'string'
      const name = isKey ? key : undefined
      failed.push({ customer_key, list, index, key: name, path, code: 'invalid_input', reason: reason ?? '' })
      continue
    }
    // A ledger may know one key under two customers, and then it has to forget both.
    const name = JSON.stringify([customer_key ?? null, key])
    const known = seen.get(list) ?? new Set()
    if (known.has(name)) continue
    seen.set(list, known.add(name))
    const some = entries.get(list) ?? []
    if (some.push({ customer_key, list, index, key }) === 1) entries.set(list, some)
  }
  const ordered = DELETE_ORDER.flatMap((list) => entries.get(list) ?? [])
  return {
    records: ordered.length,
    lists: DELETE_ORDER.flatMap((list) => listOf(list, entries.get(list))),
    failed,
    chunks: [...cut(ordered, limits)],
  }
}

function listOf(list: DeletableList, entries: readonly DeleteEntry[] | undefined): DeletePlanList[] {
  if (!entries) return []
  return [{ list, records: entries.length, first: entries.slice(0, SHOWN).map(({ key }) => key) }]
}

function* cut(
  entries: readonly DeleteEntry[],
  { maxRecords, maxBytes }: ReturnType<typeof readLimits>,
): Generator<DeleteChunk> {
  let from = 0
  let bytes = 0
  for (const [at, entry] of entries.entries()) {
    const added = addedKeyBytes(entry, at > from ? entries[at - 1] : undefined)
    if (at > from && (at - from >= maxRecords || bytes + added > maxBytes)) {
      yield createDeleteChunk(entries.slice(from, at))
      from = at
      bytes = 0
    }
    // Brackets of the body, and one comma less than lists.
    bytes += at === from ? addedKeyBytes(entry, undefined) + 1 : added
  }
  if (from < entries.length) yield createDeleteChunk(entries.slice(from))
}

type Given = Omit<LedgerKey, 'workspace' | 'customer_key'> & { customer_key: string | undefined }

/** Reads both forms of input. What it gives may still hold anything for a key. */
function* readInput(data: DeleteInput): Generator<Given> {
  if (data === null || typeof data !== 'object') {
    throw new TypeError(
      '`data` is no object, so there is nothing to plan. Give keys by list, such as `{ reservation_keys: [key] }`, or `result.ledger.vanished`.',
    )
  }
  if (isList(data)) {
    let at = -1
    for (const record of data) {
      at += 1
      if (!record || !Object.hasOwn(RESOURCE_KEYS, record.list)) {
        throw new TypeError(
          `\`data[${at}]\` names no list of the vendor, so nothing was planned. Give records as \`result.ledger.vanished\` has them: \`{ customer_key, list, key }\`.`,
        )
      }
      yield record
    }
    return
  }
  const { customer_key, customer_keys, ...lists } = data
  if (customer_keys !== undefined) {
    throw new TypeError(
      '`customer_keys` deletes everything that these customers have, also beside other lists. So no plan takes it, and nothing was planned. List the records to delete. To delete a whole customer, call `client.deleteData({ customer_keys: [key] }, { deleteEverythingOfCustomers: true })`.',
    )
  }
  for (const [name, keys] of Object.entries(lists as Record<string, unknown>)) {
    const list = name === 'site_keys' ? 'sites' : LIST_OF.get(name)
    if (!list) {
      throw new TypeError(
        `\`${name}\` is no list of keys that the vendor deletes, so nothing was planned. Give lists such as \`reservation_keys\`.`,
      )
    }
    if (keys === undefined) continue
    if (!Array.isArray(keys) && !(keys instanceof Set)) {
      throw new TypeError(`\`${name}\` is no list, so nothing was planned. Give an array or a Set of keys.`)
    }
    for (const key of keys as Iterable<string>) yield { customer_key, list, key }
  }
}

function isList(data: DeleteInput): data is Extract<DeleteInput, Iterable<unknown>> {
  return Symbol.iterator in data
}

function reasonAgainst(list: ResourceList, key: unknown): string | undefined {
  if (list === 'sites') return 'The vendor has no operation that deletes a site'
  return typeof key === 'string' && key.trim() ? undefined : 'Expected a key with at least one character'
}
