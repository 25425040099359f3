import type { CustomerData } from '../schemas/CustomerData'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'

/** A record that was not sent, and why. */
export interface PushFailure {
  /** The list it is in. */
  list: ResourceList
  /** Its place in that list, from 0. */
  index: number
  /** Its own key, where it has one. */
  key: string | undefined
  /** Where in the data the fault is: `reservations[12].ends_at`. */
  path: string
  /** What was expected there. */
  reason: string
}

/** What became of a push, in records. */
export interface PushResult {
  /** How many were sent. The vendor takes them and says nothing about each. */
  pushed: number
  /** Those left out, since the vendor would refuse them and everything sent with them. */
  failed: PushFailure[]
  /** How many are still to be sent. */
  remaining: number
}

/** Sends what is right and names what is not: one wrong record must not keep the others from being sent. */
export async function pushCustomerData(
  send: (data: CustomerData) => Promise<unknown>,
  data: CustomerData,
): Promise<PushResult> {
  const { CustomerData: schema, describeIssues, strictCustomerData } = await import('../schemas/index')
  const { error } = schema.safeParse(data)
  const issues = [...(error?.issues ?? []), ...strictCustomerData(data)]
  const wrong = new Map<unknown, PushFailure>()
  for (const issue of issues) {
    const [list, index] = issue.path as [ResourceList, number?]
    const record =
      index === undefined ? undefined : (data[list]?.[index] as Record<string, unknown> | undefined)
    const [{ path, message } = { path: '', message: '' }] = describeIssues([issue], data)
    // What is wrong with the customer, or with a list as a whole, is wrong with every record.
    if (index === undefined || !record) throw new TypeError(`${path}: ${message}. Nothing was sent.`)
    const key = record[RESOURCE_KEYS[list]]
    if (wrong.has(record)) continue
    wrong.set(record, { list, index, key: typeof key === 'string' ? key : undefined, path, reason: message })
  }
  const right: Record<string, unknown> = { customer_key: data.customer_key }
  let pushed = 0
  for (const list of Object.keys(RESOURCE_KEYS) as ResourceList[]) {
    const records: readonly unknown[] = data[list] ?? []
    const fine = records.filter((record) => !wrong.has(record))
    if (fine.length) right[list] = fine
    pushed += fine.length
  }
  if (pushed) await send(right as CustomerData)
  return { pushed, failed: [...wrong.values()], remaining: 0 }
}
