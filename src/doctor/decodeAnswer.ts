import type { IncomingMessage } from 'node:http'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import type { Answer } from './Answer'

const MAX_BYTES = 1024 * 1024

/** Decodes the body of an answer as a browser does: the content encoding first, then UTF-8, then JSON. */
export function decodeAnswer({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): Answer {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const answer: Answer = {
    status: statusCode,
    headers,
    text: '',
    json: undefined,
    encodingProblem: undefined,
  }
  const decode = DECODERS[encoding]
  if (!decode) return { ...answer, encodingProblem: 'its Content-Encoding is none that was asked for' }
  try {
    answer.text = (bytes.byteLength > 0 ? decode(bytes) : bytes).toString('utf8')
  } catch {
    return {
      ...answer,
      encodingProblem: `it says Content-Encoding: ${encoding}, and its body is not ${encoding}`,
    }
  }
  if (encoding === 'identity' && bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return { ...answer, text: '', encodingProblem: 'its body is gzip, and Content-Encoding does not say so' }
  }
  try {
    answer.json = JSON.parse(answer.text)
  } catch {
    // Whoever needs JSON sees that there is none.
  }
  return answer
}

const limit = { maxOutputLength: MAX_BYTES }

const DECODERS: Record<string, ((bytes: Buffer) => Buffer) | undefined> = {
  identity: (bytes) => bytes,
  gzip: (bytes) => gunzipSync(bytes, limit),
  deflate: (bytes) => inflateSync(bytes, limit),
  br: (bytes) => brotliDecompressSync(bytes, limit),
}
