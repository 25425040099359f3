import { RESOURCE_KEYS, type ResourceList } from './RESOURCE_KEYS'

/** One thing the vendor would refuse: the way to it from the data, and what was expected there. */
export interface CustomerDataProblem {
  path: (string | number)[]
  message: string
}

/**
 * Names what the vendor refuses in one record although its OpenAPI text allows it: a key with blanks around it, more
 * than 50 facts, a fact's name of more than 40 characters, text of more than 500 UTF-16 units, and a time that does
 * not end in `Z`. It passes over whatever has another type than it should; the schema names that.
 */
export function recordProblems(list: ResourceList, record: unknown): CustomerDataProblem[] {
  const problems: CustomerDataProblem[] = []
  if (!isRecord(record)) return problems
  // The vendor forgot the rule for staff.
  if (list !== 'staff_members') {
    const key = RESOURCE_KEYS[list]
    note(problems, keyProblem(record[key]), key)
  }
  if (IN_SITE.has(list)) note(problems, keyProblem(record.parent_site_key), 'parent_site_key')
  if (TIMED.has(list)) {
    note(problems, timeProblem(record.starts_at), 'starts_at')
    note(problems, timeProblem(record.ends_at), 'ends_at')
  }
  if (DESCRIBED.has(list)) noteMetadata(problems, record.custom_metadata)
  return problems
}

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

const IN_SITE: ReadonlySet<ResourceList> = new Set(['spaces', 'rooms', 'common_areas', 'units'])
const TIMED: ReadonlySet<ResourceList> = new Set(['reservations', 'bookings', 'access_grants'])
const DESCRIBED: ReadonlySet<ResourceList> = new Set(['property_listings', 'reservations'])

/** Says what the vendor refuses in a key beyond its type. */
export function keyProblem(key: unknown): string | undefined {
  return typeof key === 'string' && key !== key.trim()
    ? 'Expected no blanks before or after the key'
    : undefined
}

function timeProblem(time: unknown): string | undefined {
  return typeof time === 'string' && !time.endsWith('Z')
    ? 'Expected a time in UTC that ends in Z, such as 2026-03-01T15:00:00Z'
    : undefined
}

function noteMetadata(problems: CustomerDataProblem[], metadata: unknown): void {
  if (!isRecord(metadata)) return
  const facts = Object.entries(metadata)
  note(problems, facts.length > 50 ? 'Expected at most 50 keys' : undefined, 'custom_metadata')
  for (const [name, value] of facts) {
    note(
      problems,
      name.length > 40 ? 'Expected a key of at most 40 characters' : undefined,
      'custom_metadata',
      name,
    )
    // The vendor counts UTF-16 units here, its OpenAPI text counts characters.
    note(
      problems,
      typeof value === 'string' && value.length > 500 && [...value].length <= 500
        ? 'Expected at most 500 characters, where an emoji counts as two'
        : undefined,
      'custom_metadata',
      name,
    )
  }
}

function note(problems: CustomerDataProblem[], message: string | undefined, ...path: string[]): void {
  if (message) problems.push({ path, message })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
