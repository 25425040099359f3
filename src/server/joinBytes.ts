/** One piece of memory with all of the chunks in it, in their order. */
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
