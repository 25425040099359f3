import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { listenOnLoopback } from '../../server/listenOnLoopback'
import { createSharedLimit } from './createSharedLimit'
import type { DemoState } from './DemoState'
import { findPostgres } from './findPostgres'
import { openQueues } from './openQueues'
import { type Environment, readSettings } from './readSettings'
import { sampleSource, type SampleSettings } from './sampleSource'
import { startPostgres } from './startPostgres'
import { startRun } from './startRun'
import { startWorkers } from './startWorkers'
import { watchRun } from './watchRun'

/** The vendor of the demo takes a few more requests than the workers send. */
const VENDOR_PER_SECOND = '12'

const FILES: Record<string, [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript'],
  '/page.css': ['page-look.css', 'text/css'],
}

/**
 * Starts a database, the sandbox as a vendor, three workers and the page, and prints the page's address. `folder` has
 * the bundled program and the page. With `DATABASE_URL` it uses that database, and starts none. It refuses one with
 * tables of another program.
 */
export async function startQueueDemo(
  folder: string,
  args: readonly string[],
  env: Environment,
): Promise<void> {
  const own = env.DATABASE_URL ? undefined : await startPostgres(findPostgres(env))
  const ends: (() => unknown)[] = [() => own?.remove()]
  let isEnding = false
  const end = async (code: number) => {
    if (isEnding) return
    isEnding = true
    for (const one of ends.toReversed()) await one()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))
  try {
    const databaseUrl = env.DATABASE_URL ?? own?.url ?? ''
    const { perSecond } = readSettings(env)
    const queues = await openQueues(databaseUrl, {
      ...readSettings(env),
      migrate: args.includes('--migrate'),
      isExclusive: true,
    })
    ends.push(() => queues.close())
    const file = join(folder, 'main.mjs')
    const vendor = fork(file, ['vendor'], { env: { VENDOR_PER_SECOND, ...env } })
    ends.push(() => vendor.kill())
    const [endpoint] = (await once(vendor, 'message')) as [string]
    const workers = startWorkers(file, Number(env.WORKERS ?? 3), {
      ...env,
      DATABASE_URL: databaseUrl,
      SEAM_ENDPOINT: endpoint,
      SEAM_API_KEY: 'seam_test_sandbox',
    })
    ends.push(() => workers.stop())

    const look = watchRun(queues.pool, createSharedLimit(queues.pool, { perSecond }))
    let runs = 0
    let current: string | undefined
    const scale = { customers: Number(env.CUSTOMERS ?? 40), reservations: Number(env.RESERVATIONS ?? 2000) }

    async function readState(): Promise<DemoState> {
      const run = current === undefined ? undefined : await look(current)
      return {
        run: run && { id: current ?? '', ...run },
        workers: workers.list(),
        customers: scale.customers,
        perSecond,
      }
    }

    /** The first run sends everything. Each later one finds 25 changed reservations of each customer. */
    async function start(isPoisoned: boolean): Promise<void> {
      runs += 1
      const id = `${new Date().toISOString()} ${runs}`
      const settings: SampleSettings = { ...scale, isPoisoned, changed: runs > 1 ? 25 : 0, edition: runs }
      await startRun(queues, sampleSource, { id, workspace: endpoint, settings })
      current = id
    }

    async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
      // Another site can let its name resolve to this machine, or send a form here.
      const isOwn = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(req.headers.host ?? '')
      const site = req.headers['sec-fetch-site'] ?? 'same-origin'
      if (!isOwn || (req.method === 'POST' && site !== 'same-origin')) return void res.writeHead(403).end()
      const [, number] = /^\/api\/workers\/(\d+)\/kill$/.exec(req.url ?? '') ?? []
      if (req.method === 'POST' && number) {
        res.writeHead(workers.kill(Number(number)) ? 204 : 404).end()
      } else if (req.method === 'POST' && req.url?.startsWith('/api/runs')) {
        await start(req.url.endsWith('?poison'))
        res.writeHead(204).end()
      } else if (req.url === '/api/queue') {
        await stream(res, readState)
      } else {
        const [name, type] = FILES[req.url ?? ''] ?? []
        if (!name || !type) return void res.writeHead(404).end()
        res
          .writeHead(200, { 'content-type': type, 'content-security-policy': "frame-ancestors 'none'" })
          .end(await readFile(join(folder, name)))
      }
    }

    const port = await listenOnLoopback(
      (req, res) => {
        answer(req, res).catch(() => res.destroy())
      },
      Number(env.PORT ?? 5183),
      ['127.0.0.1', '::1'],
    )
    process.stdout.write(`\n  Queue           http://localhost:${port}\n`)
    process.stdout.write(`  Sandbox vendor  ${endpoint}\n`)
    process.stdout.write(
      `  Database        ${own ? new URL(databaseUrl).host : 'yours, in `DATABASE_URL`'}\n\n`,
    )
  } catch (thrown) {
    process.stderr.write(`${(thrown as Error).message}\n`)
    await end(1)
  }
}

/** Sends the state twice a second, as server-sent events, until the browser goes. */
async function stream(res: ServerResponse, read: () => Promise<DemoState>): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  while (!res.destroyed) {
    // While the database is away the page keeps what it has.
    const state = await read().catch(() => undefined)
    if (state) res.write(`data: ${JSON.stringify(state)}\n\n`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
