import { joinBytes } from './joinBytes'

/** Reads a body to its end, or gives nothing and stops reading once it is longer than it may be. */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength
    if (length > maxBytes) {
      // A stream that will not be cancelled is no reason to keep the caller waiting.
      reader?.cancel().catch(() => {})
      return undefined
    }
    chunks.push(next.value)
  }
  return joinBytes(chunks)
}
