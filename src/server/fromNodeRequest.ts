import type { IncomingRequest } from './IncomingRequest'
import type { FrameworkRequest, NodeRequest, NodeResponse } from './NodeRequest'
import { joinBytes } from './readBytes'

/** A body that other code has read: as it arrived, or as JSON again. */
type KeptBody = string | Uint8Array<ArrayBuffer>

/** What the adapter knows of a request before its body is read. */
export interface NodeHead {
  method: string
  url: URL
  /** Names and values in turn. */
  headers: readonly string[]
  /** The body that other code has read, where it left one. */
  kept: KeptBody | undefined
  /** Whether other code has read the body. */
  wasRead: boolean
  /** Why no `Request` can hold this request. */
  problem: string | undefined
}

/** Reads method, address, headers and an already parsed body from a request of Node. */
export function readNodeHead(req: NodeRequest, given: NodeRequest | FrameworkRequest): NodeHead {
  const { method = 'GET', headers, rawHeaders = [] } = req
  // `serverless-http` and others fill `headers` and leave `rawHeaders` empty.
  const all = rawHeaders.length > 0 ? rawHeaders : flatten(headers)
  // A stream that does not say whether it was read belongs to a mock, which brings its body along.
  const kept = given !== req || req.readableDidRead !== false ? (keptBody(given) ?? keptBody(req)) : undefined
  const wasRead = kept !== undefined || req.readableDidRead === true
  const [url, problem] = readUrl(req)
  return {
    method,
    url,
    headers: wasRead ? withoutBodyHeaders(all) : all,
    kept,
    wasRead,
    problem: /^(connect|trace|track)$/i.test(method) ? `no Request has the method ${method}` : problem,
  }
}

/**
 * Makes the handler's view of a request of Node. It collects the body from the stream, because the streams and
 * signals of a whole `Request` cost more time than the handler itself.
 */
export function fromNodeRequest(head: NodeHead, req: NodeRequest, res: NodeResponse): IncomingRequest {
  const { method, url, headers, kept, problem } = head
  return {
    method,
    url,
    header: (name) => headerOf(headers, name),
    wasRead: head.wasRead && kept === undefined,
    read: async (maxBytes) => (kept === undefined ? collect(req, maxBytes) : limit(kept, maxBytes)),
    onGone: (listener) => onGone(res, listener),
    toRequest: () => new BodilessRequest(head, res),
    problem,
  }
}

/** Calls the listener when the client disconnects before the whole answer is sent. Gives a function that stops this. */
export function onGone(res: NodeResponse, listener: () => void): () => void {
  const listen = () => {
    // A cancelled stream of HTTP/2 counts as finished, although nothing has ended it.
    if (!res.writableEnded || !res.writableFinished) listener()
  }
  if (isClosed(res)) listen()
  else res.on('close', listen)
  return () => void res.off('close', listen)
}

/** Whether the connection of a response is closed. */
export function isClosed(res: NodeResponse): boolean {
  // A response of HTTP/2 has no `destroyed`; its stream has.
  const { stream } = res as { stream?: { destroyed?: boolean } }
  return res.destroyed === true || stream?.destroyed === true
}

/** Gives the headers as pairs, without the pseudo-headers of HTTP/2. */
export function headerPairs(headers: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let at = 0; at < headers.length; at += 2) {
    const name = headers[at] ?? ''
    if (!name.startsWith(':')) pairs.push([name, headers[at + 1] ?? ''])
  }
  return pairs
}

// The DOM of a test may have no Request: then the handler says so in a sentence, and this module still loads.
const Base = globalThis.Request ?? Object

/** A `Request` whose body is read elsewhere. It makes its signal when `signal` is first read, which saves time. */
class BodilessRequest extends Base {
  readonly #res: NodeResponse
  #gone: AbortController | undefined

  constructor({ url, method, headers }: NodeHead, res: NodeResponse) {
    super(url, { method, headers: headerPairs(headers) })
    this.#res = res
  }

  override get bodyUsed(): boolean {
    return true
  }

  override get signal(): AbortSignal {
    if (!this.#gone) {
      const gone = new AbortController()
      this.#gone = gone
      onGone(this.#res, () => gone.abort())
    }
    return this.#gone.signal
  }
}

function readUrl(req: NodeRequest): [url: URL, problem: string | undefined] {
  const host = req.headers[':authority'] ?? req.headers.host
  const { socket } = req
  const isEncrypted = !!socket && 'encrypted' in socket && socket.encrypted
  const path = req.originalUrl ?? req.url ?? '/'
  // A target that is a whole address stays a path of our own host.
  const target = `${path.startsWith('/') ? '' : '/'}${path}`
  if (typeof host === 'string' && /^[\w.:[\]-]+$/.test(host)) {
    try {
      return [new URL(`${isEncrypted ? 'https' : 'http'}://${host}${target}`), undefined]
    } catch {
      // Such as a port above 65535.
    }
  }
  // HTTP/1.0 may omit the Host. This host is no page's origin, so no page passes as our own.
  const url = new URL(`http://none.invalid${target}`)
  return [url, host === undefined ? undefined : 'its Host header is not a host name']
}

function flatten(headers: NodeRequest['headers']): string[] {
  // `serverless-http` gives the length of a body as a number.
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, String(one)]),
  )
}

// These describe the body as it arrived, and other code has decoded it since.
function withoutBodyHeaders(headers: readonly string[]): string[] {
  return headers.filter((_, at) => !/^content-(length|encoding)$/i.test(headers[at - (at % 2)] ?? ''))
}

function headerOf(headers: readonly string[], name: string): string | null {
  let joined: string | null = null
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at]?.toLowerCase() !== name) continue
    const value = headers[at + 1] ?? ''
    joined = joined === null ? value : `${joined}${name === 'cookie' ? '; ' : ', '}${value}`
  }
  return joined
}

function keptBody({ rawBody, body }: { rawBody?: unknown; body?: unknown }): KeptBody | undefined {
  for (const bytes of [rawBody, body]) {
    if (typeof bytes === 'string') return bytes
    if (bytes instanceof ArrayBuffer) return new Uint8Array(bytes)
    if (ArrayBuffer.isView(bytes)) {
      return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength)
    }
  }
  try {
    return JSON.stringify(body)
  } catch {
    // A parser may leave a cycle or a BigInt, which JSON cannot hold.
    return undefined
  }
}

function limit(body: KeptBody, maxBytes: number): Uint8Array | undefined {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return bytes.byteLength > maxBytes ? undefined : bytes
}

function collect(req: NodeRequest, maxBytes: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const breakOff = () => {
      if (!req.readableEnded) reject(new Error('The upload broke off.'))
    }
    const chunks: Uint8Array[] = []
    let length = 0
    req.on('data', (chunk: Uint8Array) => {
      length += chunk.byteLength
      // The rest is read and dropped: a client that is still sending would not read the answer.
      if (length > maxBytes) resolve(undefined)
      else chunks.push(chunk)
    })
    req.on('end', () => resolve(joinBytes(chunks)))
    req.on('error', breakOff)
    req.on('close', breakOff)
    if (req.destroyed) breakOff()
  })
}
