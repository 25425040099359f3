import {
  fromNodeRequest,
  headerPairs,
  isClosed,
  type NodeHead,
  onGone,
  readNodeHead,
} from './fromNodeRequest'
import type { FrameworkRequest, NodeContext, NodeRequest, NodeResponse } from './NodeRequest'
import { answerRefusal, type PortalAnswer } from './PortalAnswer'
import type { DirectHandler } from './PortalHandlerOptions'
import { Refusal } from './Refusal'

/** Any handler of web requests. A handler of `createPortalHandler` has the property `direct`. */
type Handler<Context> = ((request: Request, context: Context) => Response | Promise<Response>) & {
  direct?: DirectHandler | undefined
}

/**
 * Runs a `(Request) => Response` in Node: `node:http`, `node:http2`, Express, Koa, Fastify, NestJS and others.
 *
 * The first argument is Node's request, or the request of Fastify or Koa. A body that was parsed before is taken from
 * its `rawBody` or `body`. The promise resolves when the answer has been sent or the client has disconnected; it never
 * rejects. A client that disconnects aborts `request.signal`. When the handler throws, the connection is closed.
 *
 * @example
 * createServer(toNodeHandler(handler)).listen(3000)
 */
export function toNodeHandler<Req extends NodeRequest, Res extends NodeResponse>(
  handler: Handler<NodeContext<Req, Res>>,
): (request: Req | FrameworkRequest<Req>, response: Res) => Promise<void> {
  // A copy of the handler, such as a Proxy around it, has the property too. Its own code must not be skipped.
  const direct = (handler.direct?.of as unknown) === handler ? handler.direct : undefined
  return async function handleNodeRequest(given, res) {
    const over = whenOver(res)
    try {
      const req = nodeRequestOf(given)
      const head = readNodeHead(req, given)
      if (direct) sendAnswer(await direct.answer(fromNodeRequest(head, req, res), { req, res }), res)
      else await answerThroughRequest(handler, head, { req, res })
      await over
    } catch {
      // Nothing follows: the response of an adapter may never say that it is closed.
      res.destroy()
    }
  }
}

async function answerThroughRequest<Req extends NodeRequest, Res extends NodeResponse>(
  handler: Handler<NodeContext<Req, Res>>,
  head: NodeHead,
  context: NodeContext<Req, Res>,
): Promise<void> {
  const { req, res } = context
  const gone = new AbortController()
  onGone(res, () => gone.abort())
  const request = toRequest(head, req, gone.signal)
  if (!request) return sendAnswer(UNREADABLE, res)
  const response = await handler(request, context)
  res.statusCode = response.status
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.appendHeader(name, value)
    else res.setHeader(name, value)
  }
  if (response.body) await sendStream(response.body, res)
  res.end()
}

// Without a Request the handler cannot be called.
const UNREADABLE: PortalAnswer = answerRefusal(new Refusal('invalid_input', 'The request cannot be read.'), {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})

// One statement each: some adapters' `writeHead` returns nothing to chain on.
function sendAnswer({ status, headers, body }: PortalAnswer, res: NodeResponse): void {
  if (body === undefined) {
    res.writeHead(status, headers)
    res.end()
  } else {
    res.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
    res.end(body)
  }
}

async function sendStream(body: ReadableStream<Uint8Array>, res: NodeResponse): Promise<void> {
  const reader = body.getReader()
  res.on('close', () => void reader.cancel().catch(() => {}))
  // The client gets the headers before the first chunk, which may take long.
  res.flushHeaders?.()
  while (!isClosed(res)) {
    const { done, value } = await reader.read()
    if (done) return
    if (!res.write(value)) await whenDrained(res)
  }
  await reader.cancel()
}

function whenDrained(res: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      res.off('drain', go)
      res.off('close', go)
      resolve()
    }
    res.on('drain', go)
    res.on('close', go)
    if (isClosed(res)) go()
  })
}

/** Resolves when the answer has been sent or the connection is closed. */
function whenOver(res: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    res.on('finish', resolve)
    res.on('close', resolve)
    if (isClosed(res)) resolve()
  })
}

/** Takes Node's request out of the request of Fastify or Koa. Theirs are no event emitters. */
function nodeRequestOf<Req extends NodeRequest>(given: Req | FrameworkRequest<Req>): Req {
  if (!('on' in given)) {
    const inner = given.raw ?? given.req
    if (inner) return inner
  }
  return given as Req
}

function toRequest(head: NodeHead, req: NodeRequest, signal: AbortSignal): Request | undefined {
  const { url, method, headers, kept, wasRead, problem } = head
  if (problem) return undefined
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const body = !hasBody ? null : wasRead ? (kept ?? null) : toStream(req)
  try {
    const init: RequestInit & { duplex: 'half' } = {
      method,
      headers: headerPairs(headers),
      signal,
      body,
      duplex: 'half',
    }
    const request = new Request(url, init)
    // Other code has read the body and left none of it, so an empty body would be a lie.
    if (wasRead && kept === undefined) Object.defineProperty(request, 'bodyUsed', { value: true })
    return request
  } catch {
    return undefined
  }
}

function toStream(req: NodeRequest): ReadableStream<Uint8Array> {
  const chunks = (req as unknown as NodeReadable).iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
      // The rest is read and dropped: a client that is still sending would not read the answer.
      req.resume()
    },
  })
}

/** The method of `node:stream` that reads without closing the connection. */
interface NodeReadable {
  iterator: (options: { destroyOnReturn: boolean }) => AsyncIterator<Uint8Array>
}
