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
  res.end(new Uint8Array(await response.arrayBuffer()))
}

function toRequest(req: NodeRequest, signal: AbortSignal): Request {
  const { method = 'GET', rawHeaders } = req
  // What a parser before us left is no longer as long, and no longer packed, as the headers say.
  const stale = req.readableDidRead ? /^content-(length|encoding)$/i : undefined
  const headers: [string, string][] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (!stale?.test(name)) headers.push([name, rawHeaders[at + 1] ?? ''])
  }
  const body = method === 'GET' || method === 'HEAD' ? null : toBody(req)
  return new Request(toUrl(req), { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

function toUrl(req: NodeRequest): string {
  const { host = 'localhost' } = req.headers
  if (!/^[\w.:[\]-]+$/.test(host)) throw new TypeError('The Host header is no host.')
  const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http'
  const path = req.originalUrl ?? req.url ?? '/'
  // A target that is a whole URL stays a path below our own host.
  return `${scheme}://${host}${path.startsWith('/') ? '' : '/'}${path}`
}

function toBody(req: NodeRequest): BodyInit | null {
  if (!req.readableDidRead) return toStream(req)
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
