let decoder: TextDecoder | undefined

/** Reads a stream to its end. Stops and gives undefined when it is longer than `maxBytes`. */
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
      // Some streams never finish their cancellation, so the caller does not wait for it.
      reader?.cancel().catch(() => {})
      return undefined
    }
    chunks.push(next.value)
  }
  return joinBytes(chunks)
}

/** Joins chunks in their order. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const [only, another] = chunks
  if (only && !another) return only
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** Parses bytes as JSON. Throws when they are not valid JSON or not valid UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  // Made here: the DOM of a test may have none, and the handler says so in a sentence.
  decoder ??= new TextDecoder('utf-8', { fatal: true })
  return JSON.parse(decoder.decode(bytes))
}
