import type { IncomingMessage, ServerResponse } from 'node:http'

/** A request of node:http, with what Express adds to it. */
export type NodeRequest = IncomingMessage & {
  /** The URL before Express cut the mount path off. */
  originalUrl?: string
  /** The body, where a parser before us has read it. */
  body?: unknown
}

/** What the handler gets as its second argument. */
export interface NodeContext {
  req: NodeRequest
  res: ServerResponse
}

/**
 * Puts a `(Request) => Response` into node:http, Express 4 and Express 5.
 * The body may have been parsed before. A caller who hangs up aborts `request.signal`; an answer that fails cuts the
 * connection.
 */
export function toNodeHandler(
  handler: (request: Request, context: NodeContext) => Response | Promise<Response>,
): (req: NodeRequest, res: ServerResponse) => void {
  return function handleNodeRequest(req, res) {
    answer(handler, req, res).catch(() => res.destroy())
  }
}

async function answer(
  handler: (request: Request, context: NodeContext) => Response | Promise<Response>,
  req: NodeRequest,
  res: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  let request: Request
  try {
    request = toRequest(req, gone.signal)
  } catch {
    // A method or a Host that no Request can have.
    res.writeHead(400, { 'content-length': 0 }).end()
    return
  }
  const response = await handler(request, { req, res })
  res.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value)
    else res.setHeader(name, value)
  }
  const reader = response.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    if (!res.write(next.value)) await drained(res)
    if (res.destroyed) return void reader?.cancel().catch(() => {})
  }
  res.end()
}

function toRequest(req: NodeRequest, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, values] of Object.entries(req.headersDistinct)) {
    if (!name.startsWith(':')) for (const value of values ?? []) headers.append(name, value)
  }
  const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http'
  const url = new URL(`${scheme}://${req.headers.host ?? 'localhost'}`)
  // Set apart from the host: a path that begins with two slashes, or is a whole URL, must not become one.
  const target = req.originalUrl ?? req.url ?? '/'
  const [path = '/', query = ''] = target.split(/\?(.*)/s)
  url.pathname = path
  url.search = query
  const method = req.method ?? 'GET'
  return new Request(url, {
    method,
    headers,
    signal,
    body: method === 'GET' || method === 'HEAD' ? null : toBody(req, headers),
    duplex: 'half',
  } as RequestInit)
}

function toBody(req: NodeRequest, headers: Headers): BodyInit | null {
  if (!req.readableDidRead) return toStream(req)
  // What a parser left is no longer as long, and no longer packed, as the headers say.
  headers.delete('content-length')
  headers.delete('content-encoding')
  const { body } = req
  if (typeof body === 'string' || body instanceof Uint8Array) return body as BodyInit
  return body === undefined ? null : JSON.stringify(body)
}

function toStream(req: NodeRequest): ReadableStream<Uint8Array> {
  const chunks = req.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
      // The rest is read and thrown away, so that the answer can arrive.
      req.resume()
    },
  })
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    res.once('drain', resolve)
    res.once('close', resolve)
  })
}
