import type { ServerResponse } from 'node:http'
import { INSIDES, type PortalInside } from './INSIDES'
import { nodeArrival } from './nodeArrival'
import { nodeHead, type NodeRequest } from './nodeHead'
import { parsedBody } from './parsedBody'

export type { NodeRequest } from './nodeHead'

/** What the handler gets as its second argument. */
export interface NodeContext {
  req: NodeRequest
  res: ServerResponse
}

type Handler = (request: Request, context: NodeContext) => Response | Promise<Response>

/**
 * Puts a `(Request) => Response` into node:http, Express 4 and Express 5.
 * The body may have been parsed before. The answer's body is sent as it comes. A caller who hangs up aborts
 * `request.signal` and cancels that body; an answer that fails cuts the connection.
 */
export function toNodeHandler(handler: Handler): (req: NodeRequest, res: ServerResponse) => void {
  const inside = INSIDES.get(handler)
  const answer = inside ? answerPortal.bind(undefined, inside) : answerResponse.bind(undefined, handler)
  return function handleNodeRequest(req, res) {
    answer(req, res).catch(() => res.destroy())
  }
}

async function answerPortal(inside: PortalInside, req: NodeRequest, res: ServerResponse): Promise<void> {
  const arrival = attempt(() => nodeArrival(req, res))
  if (!arrival) return refuse(res)
  const { status, headers, body } = await inside(arrival, { req, res })
  if (body === undefined) res.writeHead(status, headers).end()
  else res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

async function answerResponse(handler: Handler, req: NodeRequest, res: ServerResponse): Promise<void> {
  const gone = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) gone.abort()
  })
  const request = attempt(() => toRequest(req, gone.signal))
  if (!request) return refuse(res)
  const response = await handler(request, { req, res })
  res.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value)
    else res.setHeader(name, value)
  }
  if (response.body) await send(response.body, res)
  res.end()
}

async function send(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  const reader = body.getReader()
  res.on('close', () => void reader.cancel().catch(() => {}))
  // The first piece may be long in coming.
  res.flushHeaders()
  while (!res.destroyed) {
    const { done, value } = await reader.read()
    if (done) return
    if (!res.write(value)) await drained(res)
  }
  await reader.cancel()
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      res.off('drain', go)
      res.off('close', go)
      resolve()
    }
    res.on('drain', go)
    res.on('close', go)
    if (res.destroyed) go()
  })
}

function attempt<Made>(make: () => Made): Made | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

// It has a method or a Host that no Request can have.
function refuse(res: ServerResponse): void {
  res.writeHead(400, { 'content-length': 0 }).end()
}

function toRequest(req: NodeRequest, signal: AbortSignal): Request {
  const { url, ...head } = nodeHead(req)
  const hasBody = head.method !== 'GET' && head.method !== 'HEAD'
  return new Request(url, {
    ...head,
    signal,
    body: hasBody ? toBody(req) : null,
    duplex: 'half',
  } as RequestInit)
}

function toBody(req: NodeRequest): BodyInit | null {
  return req.readableDidRead ? ((parsedBody(req) as BodyInit | undefined) ?? null) : toStream(req)
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
