import { keyProblem } from '../wire/recordProblems'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import { openList } from './openList'
import type { PushInput, PushSource } from './PushSource'
import { SourceError } from './SourceError'

const NO_CUSTOMER =
  '`data` has no `customer_key` and is no list of customers. Nothing of it was sent. Give `{ customer_key, reservations, … }`, or an iterable of such.'

/** Gives one customer after the other. */
export async function* readCustomers(input: PushInput): AsyncGenerator<PushSource, void, void> {
  if (isCustomer(input)) {
    yield input
    return
  }
  const customers = openList(input)
  if (!customers) throw new TypeError(NO_CUSTOMER)
  let done = false
  try {
    for (let index = 0; ; index += 1) {
      let step: IteratorResult<unknown>
      try {
        step = await customers.next()
      } catch (cause) {
        done = true
        throw new SourceError(`customer ${index + 1}`, cause)
      }
      if (step.done) {
        done = true
        return
      }
      if (!isCustomer(step.value)) throw new TypeError(NO_CUSTOMER)
      yield step.value
    }
  } finally {
    if (!done) await customers.close()
  }
}

/** Says what the vendor refuses in a customer's key. */
export function keyFault(key: unknown): string | undefined {
  if (typeof key !== 'string') return 'Expected string'
  return key === '' ? 'Expected at least 1 character' : keyProblem(key)
}

/** Counts the records of data that is all in arrays; undefined where a list has no length yet. */
export function countRecords(input: PushInput): number | undefined {
  const customers = isCustomer(input) ? [input] : Array.isArray(input) ? (input as PushSource[]) : undefined
  let total: number | undefined = customers && 0
  for (const customer of customers ?? []) {
    for (const list of Object.keys(RESOURCE_KEYS) as ResourceList[]) {
      const records = (customer as PushSource | undefined)?.[list]
      if (records === undefined) continue
      if (!Array.isArray(records)) return undefined
      total = (total ?? 0) + records.length
    }
  }
  return total
}

function isCustomer(value: unknown): value is PushSource {
  return value !== null && typeof value === 'object' && 'customer_key' in value
}
