import { FORBIDDEN_FIELDS } from '../wire/OPERATIONS'
import type { IncomingRequest } from './IncomingRequest'
import { Refusal } from './Refusal'
import { parseJson } from './readBytes'

const JSON_TYPE = /^application\/json\s*(;|$)/i
const MAX_DEPTH = 32

/**
 * Reads the body of a request as JSON. Refuses a body that is not valid UTF-8, is longer than `maxBytes`, is nested
 * more than 32 levels deep, or has a field that could change the prototype of an object.
 */
export async function readInput(incoming: IncomingRequest, maxBytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(incoming.header('content-type') ?? '')) {
    throw new Refusal(
      'unsupported_media_type',
      'The body must be sent with `Content-Type: application/json`.',
    )
  }
  if (!/^(identity)?$/i.test(incoming.header('content-encoding') ?? '')) {
    throw new Refusal('unsupported_media_type', 'The body must be sent without `Content-Encoding`.')
  }
  if (incoming.wasRead) {
    throw new Refusal(
      'invalid_input',
      'Other code on the server read the body first, and `rawBody` and `body` of the request are empty. Mount the handler before the body parser, or pass it the request of the framework: `request` in Fastify, `ctx.request` in Koa.',
    )
  }
  const input = parse(await read(incoming, maxBytes))
  const problem = structureProblem(input, 1)
  if (problem) throw new Refusal('invalid_input', problem)
  return input
}

async function read({ header, read }: IncomingRequest, maxBytes: number): Promise<Uint8Array> {
  const isLong = Number(header('content-length')) > maxBytes
  const bytes = isLong ? undefined : await read(maxBytes).catch(brokeOff)
  if (bytes) return bytes
  throw new Refusal('payload_too_large', `The body is longer than ${maxBytes} bytes.`)
}

function brokeOff(): never {
  throw new Refusal('aborted', 'The upload of the body broke off.')
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    throw new Refusal('invalid_input', 'The body is not valid JSON in UTF-8.')
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
    if (FORBIDDEN_FIELDS.includes(name)) return `The body has a field with the forbidden name ${name}.`
    const problem = structureProblem(item, depth + 1)
    if (problem) return problem
  }
  return undefined
}
