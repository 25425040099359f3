import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { now } from './now.mjs'

/** The size of a portal's own code in bytes. It is large, and blocks its page. */
const SCRIPT_SIZE = 120_000

/**
 * Starts a vendor with a fixed delay for every answer: its API, its portal pages, and the script of those pages.
 * `seen.documents` has the time of each request for a frame's document, on the clock of both pages and this process.
 */
export async function startVendor(delays) {
  const seen = { creates: 0, documents: [] }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://vendor')
    if (pathname === '/customers/create_portal') {
      seen.creates += 1
      request.resume()
      await wait(delays.token)
      return send(response, 'application/json', JSON.stringify(answer(server)))
    }
    if (pathname === '/portal.js') {
      await wait(delays.script)
      return send(response, 'text/javascript', SCRIPT)
    }
    if (pathname.startsWith('/portals/') || pathname.startsWith('/embedded/')) {
      seen.documents.push(now())
      await wait(delays.document)
      return send(response, 'text/html', PAGE)
    }
    response.writeHead(404).end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: originOf(server), seen, server }
}

function answer(server) {
  const id = randomUUID()
  return {
    customer_portal: {
      url: `${originOf(server)}/portals/${id}?token=${id}`,
      customer_key: 'hotel_1',
      created_at: new Date().toISOString(),
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    },
    ok: true,
  }
}

function originOf(server) {
  return `http://127.0.0.1:${server.address().port}`
}

function send(response, type, body) {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}

const PAGE =
  '<!doctype html><html lang="en"><title>Portal</title><h1>Portal</h1><script src="/portal.js"></script>'

// The page of one peer waits for a message with its token, and is ready then. The others are ready at once.
const SCRIPT = `
const ready = () => parent.postMessage({ bench: 'ready' }, '*')
if (location.pathname.startsWith('/embedded/')) {
  addEventListener('message', ({ ports: [port] }) => {
    if (port) port.onmessage = ({ data }) => data.method === 'guestToken' && ready()
  })
} else ready()
//${'.'.repeat(SCRIPT_SIZE)}`
