import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { median, spread } from './statistics.mjs'

const PATH = '/api/seam/customers/create_portal'
const HEADERS = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
const BODY = JSON.stringify({ is_embedded: true, locale: 'en-US' })
const CONNECTIONS = 20

/**
 * Loads the handler and a bare forwarder in turn over HTTP. Both run in their own process, in front of the same vendor.
 * Returns the requests per second, their ratio to the bare forwarder's of the same round, and the 99th percentile of
 * each; what 1,000 aborted requests leave open; and with `soak`, how much the heap has grown after that many requests.
 */
export async function measureProxy({ library, rounds, seconds, aborted, soak }) {
  const vendor = await startVendor()
  const origin = `http://127.0.0.1:${vendor.server.address().port}`
  const child = fork(
    fileURLToPath(new URL('proxyServers.mjs', import.meta.url)),
    [pathToFileURL(library.path).href, origin],
    { execArgv: ['--expose-gc'] },
  )
  const ask = async (what) => {
    child.send({ ask: what })
    return (await once(child, 'message'))[0]
  }
  try {
    const [ports] = await once(child, 'message')
    const sockets = await hangUp(ports.ours, aborted, vendor, ask)
    // The load generator is installed with the peers, so it may be missing.
    const autocannon = await import('autocannon').then(
      (module) => module.default,
      () => undefined,
    )
    const load = autocannon && ((port, length) => loadOnce(autocannon, port, length))
    return {
      ...(load && rounds ? await compare(load, ports, rounds, seconds, ask) : undefined),
      aborted,
      sockets,
      ...(load && soak ? { soak, heapGrowth: await grow(load, ports.ours, soak, ask) } : undefined),
    }
  } finally {
    child.kill()
    vendor.server.closeAllConnections()
    vendor.server.close()
  }
}

async function compare(load, ports, rounds, seconds, ask) {
  const runs = { ours: [], bare: [], timed: [], unguarded: [] }
  for (let round = 0; round <= rounds; round += 1) {
    // The order is reversed in each round, so that a machine that gets slower or faster favours no server.
    const names = round % 2 ? Object.keys(runs) : Object.keys(runs).reverse()
    for (const name of names) {
      const before = await ask('cpu')
      const run = await load(ports[name], { duration: seconds })
      const cpu = ((await ask('cpu')) - before) / run.total
      if (round > 0) runs[name].push({ ...run, cpu })
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([name, list]) => {
      // Each run is compared with the bare forwarder's of the same round, when the machine had the same load.
      const ratios = list.map(({ requests }, at) => requests / runs.bare[at].requests)
      return [
        name,
        {
          requests: median(list.map(({ requests }) => requests)),
          iqr: spread(list.map(({ requests }) => requests)),
          ratio: median(ratios),
          ratioIqr: spread(ratios),
          // CPU time of one request in microseconds. Other work on the machine hardly changes it.
          cpu: median(list.map(({ cpu }) => cpu)),
          p99: median(list.map(({ p99 }) => p99)),
        },
      ]
    }),
  )
}

async function loadOnce(autocannon, port, length) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}${PATH}`,
    method: 'POST',
    headers: HEADERS,
    body: BODY,
    connections: CONNECTIONS,
    ...length,
  })
  if (result.non2xx || result.errors)
    throw new Error(
      `${result.non2xx + result.errors} requests of the load have failed, so the numbers mean nothing. Run it again on a quiet machine.`,
    )
  return { requests: result.requests.average, total: result.requests.total, p99: result.latency.p99 }
}

/** Aborts requests that the vendor has not answered. Returns the sockets that are still busy at both ends. */
async function hangUp(port, times, vendor, ask) {
  vendor.silent = true
  for (let sent = 0; sent < times; sent += CONNECTIONS) {
    const batch = Array.from({ length: CONNECTIONS }, () => {
      const outgoing = request({
        port,
        host: '127.0.0.1',
        path: PATH,
        method: 'POST',
        headers: HEADERS,
        agent: false,
      })
      outgoing.on('error', () => {})
      outgoing.end(BODY)
      return outgoing
    })
    // Half of them have reached the vendor.
    await wait(sent % (2 * CONNECTIONS) ? 0 : 20)
    for (const outgoing of batch) outgoing.destroy()
  }
  // Not counted: idle sockets, which fetch keeps for the next request.
  const open = async () => (await ask('count')) + vendor.waiting.size
  for (let tries = 0; tries < 50 && (await open()) > 0; tries += 1) await wait(100)
  vendor.silent = false
  return open()
}

/** A vendor that answers at once or never. */
async function startVendor() {
  const vendor = { silent: false, waiting: new Set() }
  vendor.server = createServer((incoming, response) => {
    incoming.resume()
    vendor.waiting.add(response)
    response.on('close', () => vendor.waiting.delete(response))
    if (!vendor.silent)
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(answerOf(vendor.server.address().port))
  })
  await new Promise((resolve) => vendor.server.listen(0, '127.0.0.1', resolve))
  return vendor
}

function answerOf(port) {
  const portal = {
    url: `http://127.0.0.1:${port}/portals/00000000-0000-4000-8000-000000000000?token=none`,
    customer_key: 'hotel_1',
    created_at: new Date().toISOString(),
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
  }
  return JSON.stringify({ customer_portal: portal, ok: true })
}

/** Returns by how many bytes the heap is larger after a long load. */
async function grow(load, port, requests, ask) {
  await load(port, { amount: Math.ceil(requests / 10) })
  const before = await ask('heap')
  await load(port, { amount: requests })
  return (await ask('heap')) - before
}
