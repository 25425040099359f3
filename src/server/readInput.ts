import type { Arrival } from './Arrival'
import { parseJson } from './parseJson'
import { Refusal } from './Refusal'

const JSON_TYPE = /^application\/json\s*(;|$)/i
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const MAX_DEPTH = 32

/**
 * Reads a request's body as JSON that is safe to look into.
 * It is UTF-8 to the letter, at most `maxBytes` long, at most 32 levels deep, and names no field that JavaScript
 * objects have by themselves.
 */
export async function readInput(arrival: Arrival, maxBytes: number): Promise<unknown> {
  const { request } = arrival
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
    throw new Refusal(
      'unsupported_media_type',
      'The body has to be sent with Content-Type: application/json.',
    )
  }
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? '')) {
    throw new Refusal('unsupported_media_type', 'The body has to be sent without Content-Encoding.')
  }
  if (arrival.wasRead) {
    throw new Refusal(
      'invalid_input',
      'The body was read before it came here, so there is nothing left to read.',
    )
  }
  const input = parse(await read(arrival, maxBytes))
  const problem = structureProblem(input, 1)
  if (problem) throw new Refusal('invalid_input', problem)
  return input
}

async function read({ request, read }: Arrival, maxBytes: number): Promise<Uint8Array> {
  const isLong = Number(request.headers.get('content-length')) > maxBytes
  const bytes = isLong ? undefined : await read(maxBytes).catch(brokeOff)
  if (bytes) return bytes
  throw new Refusal('payload_too_large', `The body may have ${maxBytes} bytes, and this one has more.`)
}

function brokeOff(): never {
  throw new Refusal('aborted', 'The body broke off before its end.')
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    throw new Refusal('invalid_input', 'The body is not JSON in UTF-8.')
  }
}

function structureProblem(value: unknown, depth: number): string | undefined {
  if (value === null || typeof value !== 'object') return undefined
  if (depth > MAX_DEPTH) return `The body is nested more than ${MAX_DEPTH} levels deep.`
  if (Array.isArray(value)) {
    for (const item of value) {
      const problem = structureProblem(item, depth + 1)
      if (problem) return problem
    }
    return undefined
  }
  for (const [name, item] of Object.entries(value)) {
    if (FORBIDDEN.has(name)) return `No field of the body may be called ${name}.`
    const problem = structureProblem(item, depth + 1)
    if (problem) return problem
  }
  return undefined
}
