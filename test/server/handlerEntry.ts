import { request as httpRequest } from 'node:http'
import { type NodeContext, type PortalHandler, toNodeHandler } from '../../src/server/index'
import { serveNode } from './serveNode'

/**
 * How the suite calls a handler. `web`: with a `Request`. `wrapped`: the same, through a function around the handler,
 * which has no property `direct`. `node`, `wrappedNode`: over a socket and `toNodeHandler`, with and without `direct`.
 */
export const handlerEntry: { current: 'web' | 'wrapped' | 'node' | 'wrappedNode' } = { current: 'web' }

/** Creates a handler for the current entry. */
export function throughEntry(handler: PortalHandler): PortalHandler {
  const entry = handlerEntry.current
  if (entry === 'web') return handler
  const wrapper: PortalHandler = (request, context) => handler(request, context)
  if (entry === 'wrapped') return wrapper
  const shown = entry === 'node' ? handler : wrapper
  const origins = new Map<string, Promise<string>>()
  const serve = (protocol: string) =>
    serveNode((req, res) => {
      // These sockets are not encrypted, but most pages of the suite are on https:.
      Object.assign(req.socket, { encrypted: protocol === 'https:' })
      res.sendDate = false
      void toNodeHandler(shown as PortalHandler<NodeContext>)(req, res)
    })
  return async (request) => {
    const { protocol } = new URL(request.url)
    const origin = origins.get(protocol) ?? serve(protocol)
    origins.set(protocol, origin)
    return sendOverSocket(await origin, request)
  }
}

async function sendOverSocket(origin: string, request: Request): Promise<Response> {
  const { host, pathname, search } = new URL(request.url)
  const body = new Uint8Array(await request.arrayBuffer())
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      `${origin}${pathname}${search}`,
      {
        method: request.method,
        agent: false,
        headers: { ...Object.fromEntries(request.headers), host, 'content-length': body.byteLength },
      },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () => {
          const headers = new Headers()
          for (const [name, value] of Object.entries(incoming.headers)) {
            // Node adds these headers.
            if (!/^(connection|keep-alive|content-length|transfer-encoding)$/.test(name)) {
              headers.set(name, String(value))
            }
          }
          const status = incoming.statusCode ?? 0
          resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers }))
        })
      },
    )
    outgoing.on('error', reject)
    request.signal.addEventListener('abort', () =>
      outgoing.destroy(new Error('The client has disconnected.')),
    )
    outgoing.end(body)
  })
}
