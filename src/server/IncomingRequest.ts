import { readBytes } from './readBytes'

/** What the handler reads of a request. A web `Request` and a request of Node each give one of these. */
export interface IncomingRequest {
  method: string
  /** The whole address, with the host that the request names. */
  url: URL
  /** Gives a header by its lower-case name, or null. Repeated headers are joined as `Headers` joins them. */
  header: (name: string) => string | null
  /** Whether other code has read the body already and left no copy of it. */
  wasRead: boolean
  /** Reads the whole body. Gives undefined when it is longer than `maxBytes`. Rejects when the upload breaks off. */
  read: (maxBytes: number) => Promise<Uint8Array | undefined>
  /** Calls the listener when the client disconnects, at once if it has already. Gives a function that stops this. */
  onGone: (listener: () => void) => () => void
  /** The `Request` for the host's functions, `authorize` and `rateLimit`. Its body has been read. Throws when no `Request` can hold it. */
  toRequest: () => Request
  /** Why the request cannot be read at all. The handler answers 400 and tells `onEvent`. */
  problem?: string | undefined
}

/** Reads a web `Request`. */
export function fromWebRequest(request: Request): IncomingRequest {
  return {
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name),
    wasRead: request.bodyUsed,
    read: (maxBytes) => readBytes(request.body, maxBytes),
    onGone(listener) {
      const { signal } = request
      if (signal.aborted) listener()
      else signal.addEventListener('abort', listener)
      return () => signal.removeEventListener('abort', listener)
    },
    toRequest: () => request,
  }
}
