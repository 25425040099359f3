let decoder: TextDecoder | undefined

/** Reads bytes as JSON. It throws on what is no JSON, and on what is no UTF-8 to the letter. */
export function parseJson(bytes: Uint8Array): unknown {
  // Made here: the DOM of a test may have none, and the handler says so in a sentence.
  decoder ??= new TextDecoder('utf-8', { fatal: true })
  return JSON.parse(decoder.decode(bytes))
}
