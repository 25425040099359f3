import type { NodeRequest } from './nodeHead'

/** The body that a parser before us has read, as it was sent or as JSON again; nothing where it left none. */
export function parsedBody({ body }: NodeRequest): string | Uint8Array | undefined {
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  try {
    return JSON.stringify(body)
  } catch {
    // A parser that leaves rings, or more than JSON can say, leaves us none.
    return undefined
  }
}
