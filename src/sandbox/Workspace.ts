import type { CustomerData } from '../schemas/index'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'

/** A record in the sandbox: its customer and its fields. */
export interface StoredRecord {
  customer_key: string
  fields: Record<string, unknown>
}

/** The lists of people. In a workspace the first person with an e-mail address keeps it. */
export const PEOPLE = [
  'guests',
  'tenants',
  'residents',
  'users',
  'user_identities',
] as const satisfies ResourceList[]

const LISTS = Object.keys(RESOURCE_KEYS) as ResourceList[]

/** The customers and records of one workspace. A key is unique in its list across all customers. */
export class Workspace {
  readonly id: string
  readonly #customers = new Set<string>()
  readonly #records = new Map<ResourceList, Map<string, StoredRecord>>(LISTS.map((list) => [list, new Map()]))
  readonly #addresses = new Map<string, Set<string>>()

  constructor(id: string) {
    this.id = id
  }

  /** Adds a customer. The vendor has no operation for this: the first use of a key adds its customer. */
  meet(customerKey: string): void {
    this.#customers.add(customerKey)
  }

  /** Returns the record with a key, if there is one. */
  find(list: ResourceList, key: string): StoredRecord | undefined {
    return this.#of(list).get(key)
  }

  /** Adds a record, or merges it into the record with the same key. */
  upsert(list: ResourceList, customerKey: string, fields: Record<string, unknown>): void {
    const key = String(fields[RESOURCE_KEYS[list]])
    const before = this.find(list, key)?.fields
    const merged = mergeRecord(before, fields)
    this.#index(list, key, before, merged)
    this.#of(list).set(key, { customer_key: customerKey, fields: merged })
  }

  /** Deletes a record. Returns false when there was none. */
  remove(list: ResourceList, key: string): boolean {
    this.#index(list, key, this.find(list, key)?.fields, {})
    return this.#of(list).delete(key)
  }

  /** Deletes a customer with all of their records. Returns false when there was no such customer. */
  removeCustomer(customerKey: string): boolean {
    for (const [list, records] of this.#records) {
      for (const [key, record] of records) if (record.customer_key === customerKey) this.remove(list, key)
    }
    return this.#customers.delete(customerKey)
  }

  /** All records of one list, oldest first. */
  all(list: ResourceList): Iterable<StoredRecord> {
    return this.#of(list).values()
  }

  /** Returns a copy of a customer's records, in the shape of a push_data body. */
  dataOf(customerKey: string): CustomerData {
    const data: Record<string, unknown> = { customer_key: customerKey }
    for (const list of LISTS) {
      const own = [...this.all(list)].filter((record) => record.customer_key === customerKey)
      if (own.length > 0) data[list] = own.map((record) => structuredClone(record.fields))
    }
    return data as CustomerData
  }

  /** The keys of all customers, oldest first. */
  get customerKeys(): readonly string[] {
    return [...this.#customers]
  }

  /** Says whether another person of the workspace had this person's e-mail address first. */
  comesSecond(list: ResourceList, key: string): boolean {
    const address = addressOf(this.find(list, key)?.fields)
    const [first] = this.#addresses.get(address) ?? []
    return first !== undefined && first !== `${list} ${key}`
  }

  #index(
    list: ResourceList,
    key: string,
    before: Record<string, unknown> | undefined,
    after: Record<string, unknown>,
  ): void {
    if (!(PEOPLE as readonly ResourceList[]).includes(list)) return
    const [old, address] = [addressOf(before), addressOf(after)]
    if (old === address) return
    this.#addresses.get(old)?.delete(`${list} ${key}`)
    if (!address) return
    const holders = this.#addresses.get(address) ?? new Set<string>()
    this.#addresses.set(address, holders.add(`${list} ${key}`))
  }

  #of(list: ResourceList): Map<string, StoredRecord> {
    return this.#records.get(list) as Map<string, StoredRecord>
  }
}

function addressOf(fields: Record<string, unknown> | undefined): string {
  const address = fields?.email_address
  return typeof address === 'string' ? address.trim().toLowerCase() : ''
}

function mergeRecord(
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...before, ...after }
  if (merged.custom_metadata) {
    const facts = { ...(before?.custom_metadata as object), ...(after.custom_metadata as object) }
    merged.custom_metadata = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  }
  return merged
}
