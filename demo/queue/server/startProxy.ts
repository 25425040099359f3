import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'
import { createPortalHandler, toNodeHandler } from '../../../src/server/index'
import { createHandlerLimit } from './createSharedLimit'

/** What the proxy needs. */
export interface ProxyOptions {
  databaseUrl: string
  endpoint: string
  apiKey: string
  /** How many portals a user may open in a minute, over all processes. @default 30 */
  callsPerMinute?: number
}

/** Starts the portal's proxy on a free port. Any number of such processes share one limit per user. */
export async function startProxy(options: ProxyOptions): Promise<{ origin: string }> {
  const { databaseUrl, endpoint, apiKey, callsPerMinute = 30 } = options
  const pool = new Pool({ connectionString: databaseUrl })
  pool.on('error', () => {})
  const handler = toNodeHandler(
    createPortalHandler({
      apiKey,
      endpoint,
      // A host reads its session here.
      authorize: () => ({ customer_key: 'customer-00001', actor: 'front-desk' }),
      rateLimit: createHandlerLimit(pool, { calls: callsPerMinute, seconds: 60 }),
    }),
  )
  const server = createServer((req, res) => void handler(req, res))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
