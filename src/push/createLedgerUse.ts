import type { ResourceList } from '../wire/RESOURCE_KEYS'
import { createKeyIndex } from './createKeyIndex'
import type { Ledger, LedgerKey } from './Ledger'
import type { ReadRecord } from './readRecord'

/** What a ledger needs of a record to find it. */
interface LedgerRecord {
  place: { customer_key?: string | undefined; list: ResourceList }
  key?: string | undefined
}

/** A push's or a deletion's use of a ledger. */
export interface LedgerUse {
  /** Says of each record whether the vendor does not have it as it is. */
  select: (records: readonly ReadRecord[]) => Promise<boolean[]>
  /** Keeps what was acknowledged. */
  keep: (entries: readonly ReadRecord[]) => Promise<void>
  /** Forgets what was deleted. */
  forget: (entries: readonly LedgerRecord[]) => Promise<void>
  /** Notes that a record is still there. */
  see: (list: ResourceList, key: string | undefined) => void
  /** Returns the ledger entries of these lists that the data did not name, and clears what was seen. */
  vanishedOf: (customerKey: string, lists: readonly ResourceList[]) => Promise<Omit<LedgerKey, 'workspace'>[]>
}

/** Thrown when a host's ledger fails. */
export class LedgerError extends Error {
  constructor(what: string, cause: unknown) {
    super(`The ledger failed, so ${what} See \`cause\`.`, { cause })
    this.name = 'LedgerError'
  }
}

const UNKNOWN =
  'it is not known which records have changed. Records that the vendor acknowledged meanwhile are sent again next time, which changes nothing.'
const NOT_FORGOTTEN = 'it still has records that were deleted. Run the same plan again with the `checkpoint`.'

/** Binds a ledger to the workspace that a push sends to. */
export function createLedgerUse(ledger: Ledger, workspace: string): LedgerUse {
  let seen = createKeyIndex<true>()
  const keyOf = ({ place, key = '' }: LedgerRecord): LedgerKey => ({
    workspace,
    customer_key: place.customer_key ?? '',
    list: place.list,
    key,
  })
  return {
    async select(records) {
      const known = await guard(() => ledger.get(records.map(keyOf)))
      return records.map(({ hash }, at) => known[at] !== textOf(hash))
    },
    keep: (entries) =>
      guard(() => ledger.set(entries.map((entry) => ({ ...keyOf(entry), hash: textOf(entry.hash) })))),
    forget: (entries) => guard(() => ledger.delete(entries.map(keyOf)), NOT_FORGOTTEN),
    see(list, key) {
      if (key !== undefined) seen.set(`${list} ${key}`, true)
    },
    vanishedOf: (customer_key, lists) =>
      guard(async () => {
        const vanished: Omit<LedgerKey, 'workspace'>[] = []
        for await (const { list, key } of ledger.entries({ workspace, customer_key })) {
          // A list that is not in the data says nothing about its records.
          if (lists.includes(list) && !seen.has(`${list} ${key}`)) vanished.push({ customer_key, list, key })
        }
        seen = createKeyIndex()
        return vanished
      }),
  }
}

function textOf(hash: number): string {
  return hash.toString(36)
}

async function guard<Value>(work: () => Value | Promise<Value>, what = UNKNOWN): Promise<Value> {
  try {
    return await work()
  } catch (cause) {
    throw new LedgerError(what, cause)
  }
}
