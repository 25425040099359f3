import { FileError } from './FileFinding'
import type { FileSource } from './FileSource'

/** How much text is handed on at once: enough to be quick, and too little to hold up a page. */
const PIECE = 16_384

/** Gives the text of a file piece by piece. A byte order mark is dropped; bytes that are no UTF-8 throw a FileError. */
export async function* readText(source: FileSource): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
    } catch {
      throw new FileError({
        code: 'format',
        severity: 'error',
        line,
        sentence: 'The file is not UTF-8 from about here on, so names and keys would be misread.',
        remedy: 'Save it as "CSV UTF-8", or convert it to UTF-8.',
      })
    }
  }
  let isFirst = true
  for await (const chunk of open(source)) {
    let text = typeof chunk === 'string' ? chunk : decode(chunk)
    if (isFirst && text) {
      isFirst = false
      text = text.replace(/^\uFEFF/, '')
    }
    for (let at = 0; at < text.length; at += PIECE) {
      const piece = text.slice(at, at + PIECE)
      yield piece
      for (const character of piece) if (character === '\n') line += 1
    }
  }
  const rest = decode()
  if (rest) yield rest
}

async function* open(source: FileSource): AsyncGenerator<Uint8Array | string, void, void> {
  if (typeof source === 'string') {
    yield source
    return
  }
  const stream = 'stream' in source ? source.stream() : source
  // Not every browser lets a stream be iterated.
  if ('getReader' in stream) {
    const reader = stream.getReader()
    let isOver = false
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) {
          isOver = true
          return
        }
        yield value
      }
    } finally {
      if (!isOver) await reader.cancel()
      reader.releaseLock()
    }
  }
  yield* stream as AsyncIterable<Uint8Array | string>
}
