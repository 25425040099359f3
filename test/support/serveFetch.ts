import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'

/** A server on loopback. */
export interface ServedFetch {
  /** Its origin, such as `http://127.0.0.1:41234`. */
  origin: string
  /** Closes all connections, and resolves when the port is free. */
  close: () => Promise<void>
}

/**
 * Serves a `(request) => Promise<Response>` on an HTTP port of 127.0.0.1: a free one, or `port`.
 * When the client disconnects, `request.signal` is aborted. When the promise rejects, the connection is closed.
 */
export async function serveFetch(
  answer: (request: Request) => Promise<Response>,
  port = 0,
): Promise<ServedFetch> {
  const server = createServer((incoming, outgoing) => {
    const gone = new AbortController()
    outgoing.on('close', () => gone.abort())
    const request = new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host}`), {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values]) =>
        (values ?? []).map((value): [string, string] => [name, value]),
      ),
      body: incoming.method === 'GET' || incoming.method === 'HEAD' ? null : Readable.toWeb(incoming),
      duplex: 'half',
      signal: gone.signal,
    } as RequestInit)
    send(answer(request), outgoing).catch(() => incoming.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function send(answer: Promise<Response>, outgoing: ServerResponse): Promise<void> {
  const response = await answer
  outgoing.writeHead(response.status, [...response.headers].flat())
  if (response.body) await pipeline(Readable.fromWeb(response.body as WebStream), outgoing)
  else outgoing.end()
}
