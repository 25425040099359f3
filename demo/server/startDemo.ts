import type { IncomingMessage, ServerResponse } from 'node:http'
import { portalPageHtml } from '../../src/sandbox/index'
import { toNodeHandler } from '../../src/server/index'
import { createApi } from './createApi'
import { createCallLog } from './createCallLog'
import { createSessions } from './createSessions'
import { createVendor, type Vendor } from './createVendor'
import { listenOnLoopback } from './listenOnLoopback'

/** The options of the demo. */
export interface DemoOptions {
  /** Serves the dashboard's pages. */
  pages: (req: IncomingMessage, res: ServerResponse) => void
  /**
   * `PORT`: the port of the dashboard, by default 5173. `SEAM_API_KEY`: call the real vendor, and start no sandbox.
   * `SEAM_ENDPOINT`: the base URL of that vendor, if it is not the usual one.
   */
  env: Readonly<Record<string, string | undefined>>
}

const VENDOR_PORTALS = ['https://partner-ui.seam.vc', 'https://se.am']

/** Starts the dashboard on localhost. Without a key of the vendor, it also starts a sandbox vendor on another origin. */
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
      // Another site can let its name resolve to this machine. The browser would then take its pages for the dashboard.
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
      if (req.url === '/portal.html') {
        // The sandbox's portal of the Configure page. As an origin of its own, it reads nothing of the dashboard.
        res.setHeader(
          'content-security-policy',
          "sandbox allow-scripts allow-forms allow-popups; frame-ancestors 'self'",
        )
        res.setHeader('content-type', 'text/html; charset=utf-8').end(portalPageHtml())
        return
      }
      const frames =
        vendor?.mode === 'blocked' ? "'none'" : sandboxOrigin ? sandboxOrigin : VENDOR_PORTALS.join(' ')
      res.setHeader(
        'content-security-policy',
        `frame-src ${frames === "'none'" ? frames : `'self' ${frames}`}; frame-ancestors 'none'; object-src 'none'; base-uri 'none'`,
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
