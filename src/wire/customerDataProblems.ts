import { type CustomerDataProblem, keyProblem, recordProblems } from './recordProblems'
import { RESOURCE_KEYS, type ResourceList } from './RESOURCE_KEYS'

/**
 * Finds what the vendor refuses in a customer's data although its OpenAPI text allows it:
 *
 * - keys with blanks before or after them,
 * - more than 50 facts in `custom_metadata`, or a fact's name of more than 40 characters,
 * - facts of more than 500 UTF-16 units,
 * - times that do not end in `Z`.
 *
 * It ignores values of a wrong type, because the schema finds them. The vendor accepts data that passes both.
 * These are the vendor's rules of July 2026.
 */
export function customerDataProblems(data: unknown): CustomerDataProblem[] {
  const problems: CustomerDataProblem[] = []
  if (!isRecord(data)) return problems
  const message = keyProblem(data.customer_key)
  if (message) problems.push({ path: ['customer_key'], message })
  for (const list of Object.keys(RESOURCE_KEYS) as ResourceList[]) {
    const records = data[list]
    if (!Array.isArray(records)) continue
    for (const [index, record] of records.entries()) {
      for (const { path, message } of recordProblems(list, record)) {
        problems.push({ path: [list, index, ...path], message })
      }
    }
  }
  return problems
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
