import { VendorError } from './VendorError'

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
