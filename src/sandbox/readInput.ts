import { VendorError } from './VendorError'

/**
 * Reads what a request asks for, the way the vendor's framework does: query and body are merged, and the body wins.
 * Throws the vendor's 400 for a body of another content type, or one that is no JSON object.
 */
export async function readInput(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  const query = readQuery(new URL(request.url).searchParams)
  if (!text) return query
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new VendorError(400, 'invalid_content_type', 'A body that is not empty must be application/json.')
  }
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new VendorError(400, 'invalid_input', 'The body is not JSON.')
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    const found = body === null ? 'null' : Array.isArray(body) ? 'array' : typeof body
    const message = `Expected object, received ${found}`
    throw new VendorError(400, 'invalid_input', message, { _errors: [message] })
  }
  return { ...query, ...body }
}

/** The vendor's query format: lists repeat their name, `name=` is an empty list, `_strict` turns off its leniency. */
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
