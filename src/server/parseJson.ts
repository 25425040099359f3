const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads bytes as JSON. It throws on what is no JSON, and on what is no UTF-8 to the letter. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes))
}
