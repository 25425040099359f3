import type { ServerResponse } from 'node:http'
import type { Arrival } from './Arrival'
import { joinBytes } from './joinBytes'
import { type NodeHead, nodeHead, type NodeRequest } from './nodeHead'
import { parsedBody } from './parsedBody'

/**
 * A request that came through node:http. Its body is collected from there: the streams and signals of a whole Request
 * cost more than all that the proxy does. It throws where no Request could be made.
 */
export function nodeArrival(req: NodeRequest, res: ServerResponse): Arrival {
  const onGone = (listener: () => void) => {
    const listen = () => {
      if (!res.writableFinished) listener()
    }
    if (res.destroyed) listen()
    else res.on('close', listen)
    return () => void res.off('close', listen)
  }
  const parsed = req.readableDidRead ? parsedBody(req) : undefined
  return {
    request: new HeadRequest(nodeHead(req), onGone),
    wasRead: req.readableDidRead && parsed === undefined,
    read: async (maxBytes) => (parsed === undefined ? collect(req, maxBytes) : measure(parsed, maxBytes)),
    onGone,
  }
}

// The DOM of a test may have no Request: then the handler says so in a sentence, and this module still loads.
const Base = globalThis.Request ?? Object

/** A Request whose body is read elsewhere, and whose signal is made when it is looked at. */
class HeadRequest extends Base {
  readonly #onGone: Arrival['onGone']
  #gone: AbortController | undefined

  constructor({ url, ...init }: NodeHead, onGone: Arrival['onGone']) {
    super(url, init)
    this.#onGone = onGone
  }

  override get bodyUsed(): boolean {
    return true
  }

  override get signal(): AbortSignal {
    if (!this.#gone) {
      const gone = new AbortController()
      this.#gone = gone
      this.#onGone(() => gone.abort())
    }
    return this.#gone.signal
  }
}

function measure(body: string | Uint8Array, maxBytes: number): Uint8Array | undefined {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return bytes.byteLength > maxBytes ? undefined : bytes
}

function collect(req: NodeRequest, maxBytes: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const breakOff = () => {
      if (!req.readableEnded) reject(new Error('The body broke off.'))
    }
    const chunks: Uint8Array[] = []
    let length = 0
    req.on('data', (chunk: Uint8Array) => {
      length += chunk.byteLength
      // The rest is read and thrown away, so that the answer can arrive.
      if (length > maxBytes) resolve(undefined)
      else chunks.push(chunk)
    })
    req.on('end', () => resolve(joinBytes(chunks)))
    req.on('error', breakOff)
    req.on('close', breakOff)
    if (req.destroyed) breakOff()
  })
}
