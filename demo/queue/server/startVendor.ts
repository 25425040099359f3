import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSandbox, type Sandbox } from '../../../src/sandbox/index'
import { toNodeHandler } from '../../../src/server/index'
import { POISON } from './sampleSource'

/** How the vendor behaves. */
export interface VendorBehaviour {
  /** How long it takes to answer, in milliseconds. @default 0 */
  latency?: number
  /** How many requests it takes in any second; it answers more of them with 429. @default all */
  perSecond?: number | undefined
  /** Told of each request before it is answered, with how many there were. */
  onRequest?: ((count: number) => void) | undefined
  /** Whether it keeps no records. For runs that are larger than its memory. @default false */
  isForgetful?: boolean
}

/** A vendor on a port of its own. */
export interface StartedVendor {
  origin: string
  sandbox: Sandbox
  /** Each request for records, in order: when it came, and what it was answered. */
  requests: readonly VendorRequest[]
  close: () => Promise<void>
}

/** One request for records. */
export interface VendorRequest {
  /** Milliseconds on the clock of `performance.now()`. */
  at: number
  status: number
  body: string
}

/** Starts the sandbox as a vendor over HTTP, which answers late, limits its callers and fails on one kind of record. */
export async function startVendor(behaviour: VendorBehaviour = {}): Promise<StartedVendor> {
  const { latency = 0, perSecond = Infinity, onRequest, isForgetful = false } = behaviour
  const requests: VendorRequest[] = []
  const recent: number[] = []
  const sandbox = createSandbox()

  async function answer(request: Request): Promise<Response> {
    const at = performance.now()
    const body = await request.text()
    const entry = { at, status: 0, body: isForgetful ? '' : body }
    requests.push(entry)
    onRequest?.(requests.length)
    const response = await respond(
      at,
      new Request(request.url, { method: 'POST', headers: request.headers, body }),
      body,
    )
    entry.status = response.status
    return response
  }

  async function respond(at: number, request: Request, body: string): Promise<Response> {
    while ((recent[0] ?? at) <= at - 1000) recent.shift()
    if (recent.length >= perSecond) return refuse(429, 'rate_limited', { 'retry-after': '1' })
    recent.push(at)
    await new Promise((resolve) => setTimeout(resolve, latency))
    if (body.includes(POISON)) return refuse(500, 'internal_server_error')
    const response = await sandbox.fetch(request)
    if (isForgetful) sandbox.reset()
    return response
  }

  const listener = toNodeHandler(answer)
  const server = createServer((req, res) => void listener(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sandbox,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refuse(status: number, type: string, headers?: Record<string, string>): Response {
  const error = { type, message: 'The demo’s vendor refuses this.', request_id: 'demo' }
  return Response.json({ ok: false, error }, { status, ...(headers && { headers }) })
}
