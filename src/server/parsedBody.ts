import type { NodeRequest } from './nodeHead'

/** The body that a parser before us has read, as it was sent or as JSON again; nothing where it left none. */
export function parsedBody({ body }: NodeRequest): string | Uint8Array | undefined {
  return typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
}
