import { VendorError } from './VendorError'
import type * as z from 'zod/mini'
import { describeIssues, toValidationErrors } from '../schemas/index'

/**
 * Reads the input of a request. As in the vendor's API, query and body are merged, and the body wins.
 * Throws the vendor's 400 when the body has another content type or is not a JSON object.
 */
export async function readInput(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  const query = readQuery(new URL(request.url).searchParams)
  if (!text) return query
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new VendorError(
      400,
      'invalid_content_type',
      'The body is not JSON by its content type, so it was not read. Send `content-type: application/json`.',
    )
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new VendorError(
      400,
      'invalid_input',
      'The body is not valid JSON, so it was not read. Send a JSON object.',
    )
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    const found = body === null ? 'null' : Array.isArray(body) ? 'array' : typeof body
    const message = `Expected object, received ${found}`
    throw new VendorError(400, 'invalid_input', message, { _errors: [message] })
  }
  return { ...query, ...body }
}

/**
 * Validates an input. Returns it without unknown fields, or throws the vendor's 400.
 * `stricter` holds further issues: rules of the vendor that the schema does not have.
 * `onUnknown` gets the path of every field that was dropped.
 */
export function checkInput<Schema extends z.ZodMiniType>(
  schema: Schema,
  stricter: readonly z.core.$ZodIssue[],
  input: Record<string, unknown>,
  onUnknown: (path: string) => void,
): z.output<Schema> {
  const result = schema.safeParse(input)
  const found = result.error?.issues ?? []
  const known = new Set(found.map(({ path }) => path.join()))
  const issues = [...found, ...stricter.filter(({ path }) => !known.has(path.join()))]
  if (!result.success || issues.length > 0) {
    const sentences = describeIssues(issues, input).map(({ path, message }) =>
      message === 'Required' ? `${path} is required` : `${message} for "${path}"`,
    )
    throw new VendorError(
      400,
      'invalid_input',
      sentences.length === 1
        ? String(sentences[0])
        : `${sentences.length} Input Errors: ${sentences.join(', ')}`,
      toValidationErrors(issues, input),
    )
  }
  for (const path of unknownFields(input, result.data)) onUnknown(path)
  return result.data
}

/**
 * Reads the vendor's query format. A list repeats its name, and `name=` is an empty list.
 * Without `_strict=true` a comma also separates the keys of a list.
 */
function readQuery(query: URLSearchParams): Record<string, unknown> {
  const strict = query.get('_strict') === 'true'
  const fields = new Map<string, unknown>()
  for (const raw of new Set(query.keys())) {
    const name = raw.replace(/\[\]$/, '')
    if (name === '_strict') continue
    const values = query.getAll(raw).filter((value) => value !== '')
    if (name.endsWith('_keys')) {
      fields.set(name, strict ? values : values.flatMap((value) => value.split(',')))
    } else {
      const value = values.at(-1) ?? ''
      fields.set(name, value === 'true' ? true : value === 'false' ? false : value)
    }
  }
  return Object.fromEntries(fields)
}

/** Lists the fields that a schema dropped from an input, each path once, such as `reservations[].colour`. */
function unknownFields(input: unknown, output: unknown): string[] {
  const paths = new Set<string>()
  walk(input, output, '', paths)
  return [...paths]
}

function walk(input: unknown, output: unknown, path: string, found: Set<string>): void {
  if (input === null || typeof input !== 'object' || output === null || typeof output !== 'object') return
  if (Array.isArray(input)) {
    for (const [at, item] of input.entries()) walk(item, (output as unknown[])[at], `${path}[]`, found)
    return
  }
  for (const [name, value] of Object.entries(input)) {
    const here = path ? `${path}.${name}` : name
    if (Object.hasOwn(output, name)) walk(value, (output as Record<string, unknown>)[name], here, found)
    else found.add(here)
  }
}
