import { FORBIDDEN_FIELDS } from '../wire/OPERATIONS'
import { LINE } from '../wire/LINE'
import { RESOURCE_KEYS, type ResourceList } from '../wire/RESOURCE_KEYS'
import { createDigest } from './createDigest'
import type { PushFailure } from './PushFailure'
import type { RequestEntry } from './RequestChunk'
import type { Validator } from './createValidator'

/** Where a record was found. */
export interface RecordPlace {
  customer_key: string
  list: ResourceList
  /** Its place in the list, from 0. */
  index: number
}

/** A record that can be sent. */
export interface ReadRecord extends RequestEntry {
  place: RecordPlace
  key: string | undefined
  record: object
  /** The fingerprint of its JSON. */
  hash: number
  /** The length of its JSON in UTF-8. */
  bytes: number
  line: number | undefined
}

/** Reads a record once: checks it, writes it as JSON, and fingerprints that; or says why it cannot be sent. */
export function readRecord(
  place: RecordPlace,
  given: unknown,
  validate: Validator | undefined,
): ReadRecord | PushFailure {
  let record: unknown = given
  let key: unknown
  let problem: { path: string; reason: string } | undefined
  try {
    // What JSON would write is what has to be checked.
    const { toJSON } = (given ?? {}) as { toJSON?: unknown }
    if (typeof toJSON === 'function') record = toJSON.call(given, '')
    key = (record as Record<string, unknown> | null | undefined)?.[RESOURCE_KEYS[place.list]]
    problem = validate?.(place.list, record)
    const json = problem ? undefined : JSON.stringify(record)
    if (json && record && typeof record === 'object' && !Array.isArray(record)) {
      if (FORBIDDEN_NAME.test(json)) problem = forbiddenField(record)
      if (!problem) {
        const digest = createDigest()
        const bytes = digest.add(json)
        return {
          place,
          key: textOf(key),
          record,
          hash: digest.value(),
          bytes,
          line: lineOf(given),
          // Whoever plans fills these in: made here, all records have one shape.
          from: 0,
          to: 0,
          after: 0,
        }
      }
    }
    problem ??= { path: '', reason: 'Expected an object' }
  } catch {
    // What was thrown stays out of the reason: it may quote the record.
    problem = { path: throwingField(record), reason: 'Expected a value that can be read and written as JSON' }
  }
  return failureOf({ place, key: textOf(key), line: lineOf(given) }, problem.reason, problem.path)
}

/** Reports a record as failed. */
export function failureOf(
  { place, key, line }: Pick<ReadRecord, 'place' | 'key' | 'line'>,
  reason: string,
  path = '',
  code: PushFailure['code'] = 'invalid_input',
): PushFailure {
  const at = `${place.list}[${place.index}]${path && !path.startsWith('[') ? `.${path}` : path}`
  return { ...place, key, path: at, code, reason, ...(line !== undefined && { line }) }
}

function textOf(key: unknown): string | undefined {
  return typeof key === 'string' ? key : undefined
}

function lineOf(given: unknown): number | undefined {
  return given !== null && typeof given === 'object' ? (given as { [LINE]?: number })[LINE] : undefined
}

/** JSON writes these letters as they are, so a record whose JSON has none of them needs no walk over its fields. */
const FORBIDDEN_NAME = new RegExp(`"(${FORBIDDEN_FIELDS.join('|')})"`)

/** A handler refuses a whole body for one such field. */
function forbiddenField(record: object): { path: string; reason: string } | undefined {
  const path = pathToForbidden(record)
  return path === undefined
    ? undefined
    : { path, reason: 'Expected another name: JavaScript objects have this one by themselves' }
}

// By `for in` and lengths first: this runs for every field of every record.
function pathToForbidden(value: object): string | undefined {
  for (const name in value) {
    if ((name.length === 9 || name.length === 11) && FORBIDDEN_FIELDS.includes(name)) return name
    const inner: unknown = (value as Record<string, unknown>)[name]
    if (typeof inner !== 'object' || inner === null) continue
    const path = pathToForbidden(inner)
    if (path !== undefined) return `${name}.${path}`
  }
  return undefined
}

function throwingField(record: unknown): string {
  if (record === null || typeof record !== 'object') return ''
  try {
    for (const name of Object.keys(record)) {
      try {
        JSON.stringify((record as Record<string, unknown>)[name])
      } catch {
        return name
      }
    }
  } catch {
    // A proxy may refuse even that.
  }
  return ''
}
