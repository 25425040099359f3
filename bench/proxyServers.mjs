// Runs the handler and a bare forwarder in their own process. measureProxy.mjs starts it and is the vendor.
import { createServer } from 'node:http'

const API_KEY = 'seam_test_sandbox'
const { createPortalHandler, toNodeHandler } = await import(process.argv[2])

const upstream = process.argv[3]

const ours = createServer(
  toNodeHandler(
    createPortalHandler({
      apiKey: API_KEY,
      authorize: () => ({ customer_key: 'hotel_1' }),
      endpoint: upstream,
      portalOrigins: [upstream],
    }),
  ),
)
const bare = createServer((request, response) => {
  forward(request, response).catch(() => response.destroy())
})
const timed = createServer((request, response) => {
  forwardInTime(request, response).catch(() => response.destroy())
})
const unguarded = createServer(toNodeHandler(forwardRequest))
await Promise.all([ours, bare, timed, unguarded].map(listen))

process.on('message', async ({ ask }) => {
  process.send(ask === 'heap' ? await heapUsed() : ask === 'cpu' ? cpuUsed() : await countOf(ours))
})
process.send({
  ours: ours.address().port,
  bare: bare.address().port,
  timed: timed.address().port,
  unguarded: unguarded.address().port,
})

/** A forwarder in ten lines. It only adds the key: no checks, no grant, no limit. */
async function forward(request, response, signal) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const answer = await fetch(upstream + request.url.replace('/api/seam', ''), {
    method: request.method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: Buffer.concat(chunks),
    signal,
  })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** The same with what any proxy needs: it stops after 15 seconds, or when the caller disconnects. */
async function forwardInTime(request, response) {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), 15_000)
  response.once('close', () => controller.abort())
  try {
    await forward(request, response, controller.signal)
  } finally {
    clearTimeout(timer)
  }
}

/** The bare forwarder with Request and Response, as in the routes of today's frameworks. */
async function forwardRequest(request) {
  const answer = await fetch(upstream + new URL(request.url).pathname.replace('/api/seam', ''), {
    method: request.method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEY}` },
    body: await request.arrayBuffer(),
  })
  return new Response(await answer.arrayBuffer(), {
    status: answer.status,
    headers: { 'content-type': answer.headers.get('content-type') },
  })
}

function listen(server) {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}

function countOf(server) {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )
}

/** The CPU time of this process in microseconds. */
function cpuUsed() {
  const { user, system } = process.cpuUsage()
  return user + system
}

async function heapUsed() {
  // Memory with a finalizer is freed one collection later.
  for (let times = 0; times < 4; times += 1) {
    globalThis.gc()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}
