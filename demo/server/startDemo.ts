import type { IncomingMessage, ServerResponse } from 'node:http'
import { toNodeHandler } from '../../src/server/index'
import { createApi } from './createApi'
import { createCallLog } from './createCallLog'
import { createSessions } from './createSessions'
import { createVendor, type Vendor } from './createVendor'
import { listenOnLoopback } from './listenOnLoopback'

/** What the demo is started with. */
export interface DemoOptions {
  /** Serves the dashboard's pages. */
  pages: (req: IncomingMessage, res: ServerResponse) => void
  /**
   * `PORT`: the port of the dashboard, 5173 unless said. `SEAM_API_KEY`: talk to the real vendor and start no
   * sandbox. `SEAM_ENDPOINT`: where that vendor is, unless it is where it always is.
   */
  env: Readonly<Record<string, string | undefined>>
}

const VENDOR_PORTALS = ['https://partner-ui.seam.vc', 'https://se.am']

/** Starts the dashboard on localhost and, without a key of the vendor's, a sandbox vendor on another origin. */
export async function startDemo({ pages, env }: DemoOptions): Promise<void> {
  const log = createCallLog()
  const sessions = createSessions()
  const first = Number(env.PORT ?? 5173)
  let vendor: Vendor | undefined
  let sandboxOrigin: string | undefined
  if (!env.SEAM_API_KEY) {
    const port = await listenOnLoopback(
      toNodeHandler((request) => vendor?.fetch(request) ?? new Response(null, { status: 503 })),
      first && first + 1,
      ['127.0.0.1'],
    )
    sandboxOrigin = `http://127.0.0.1:${port}`
    vendor = createVendor(sandboxOrigin, log)
  }
  const api = toNodeHandler(
    createApi({
      apiKey: env.SEAM_API_KEY || 'seam_test_sandbox',
      endpoint: sandboxOrigin ?? env.SEAM_ENDPOINT,
      portalOrigins: sandboxOrigin ? [sandboxOrigin] : undefined,
      vendor,
      sessions,
      log,
    }),
  )

  const port = await listenOnLoopback(
    (req, res) => {
      // Another site's name may be pointed at this machine; its pages would then be ours to the browser.
      if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(req.headers.host ?? '')) {
        res.writeHead(403).end()
        return
      }
      if (req.url === '/api/calls') {
        if (sessions.find(req.headers.cookie)) log.stream(res)
        else res.writeHead(401).end()
        return
      }
      if (req.url?.startsWith('/api/')) {
        void api(req, res)
        return
      }
      const frames =
        vendor?.mood === 'blocked' ? "'none'" : sandboxOrigin ? sandboxOrigin : VENDOR_PORTALS.join(' ')
      res.setHeader(
        'content-security-policy',
        `frame-src ${frames}; frame-ancestors 'none'; object-src 'none'; base-uri 'none'`,
      )
      pages(req, res)
    },
    first,
    ['127.0.0.1', '::1'],
  )

  process.stdout.write(`\n  Dashboard       http://localhost:${port}\n`)
  process.stdout.write(
    sandboxOrigin
      ? `  Sandbox vendor  ${sandboxOrigin}\n\n`
      : '  Portals come from the vendor, with your key. The dashboard’s records are not sent there.\n\n',
  )
}
