import type { IncomingMessage } from 'node:http'

/** A request of node:http, with what Express adds to it. */
export type NodeRequest = IncomingMessage & {
  /** The URL before Express cut the mount path off. */
  originalUrl?: string
  /** The body, where a parser before us has read it. */
  body?: unknown
}

/** What a Request is made of, but for its body. */
export interface NodeHead {
  url: string
  method: string
  headers: [string, string][]
}

/** Reads off a request of node:http what a Request is made of. It throws at a Host that is none. */
export function nodeHead(req: NodeRequest): NodeHead {
  const { method = 'GET', rawHeaders } = req
  // What a parser before us left is no longer as long, and no longer packed, as the headers say.
  const stale = req.readableDidRead ? /^content-(length|encoding)$/i : undefined
  const headers: [string, string][] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (!stale?.test(name)) headers.push([name, rawHeaders[at + 1] ?? ''])
  }
  return { url: urlOf(req), method, headers }
}

function urlOf(req: NodeRequest): string {
  // Only HTTP/1.0 may come without a Host, and then no page anywhere may have our origin.
  const { host = 'none.invalid' } = req.headers
  if (!/^[\w.:[\]-]+$/.test(host)) throw new TypeError('The Host header is no host.')
  const scheme = 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http'
  const path = req.originalUrl ?? req.url ?? '/'
  // A target that is a whole URL stays a path below our own host.
  return `${scheme}://${host}${path.startsWith('/') ? '' : '/'}${path}`
}
