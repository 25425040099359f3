import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ExpectStatic } from 'vitest'
import { openQueues, type Queues } from '../../demo/queue/server/openQueues'
import { readProgress, type RunProgress } from '../../demo/queue/server/readProgress'
import { type SampleSettings, sampleSource } from '../../demo/queue/server/sampleSource'
import type { StartedPostgres } from '../../demo/queue/server/startPostgres'
import { startRun } from '../../demo/queue/server/startRun'
import { type StartedVendor, startVendor, type VendorBehaviour } from '../../demo/queue/server/startVendor'

/** A database, a vendor and worker processes of one test. */
export interface Scene {
  databaseUrl: string
  queues: Queues
  vendor: StartedVendor
  /** Starts a process of the program: a worker, unless another role is named. */
  spawn: (env?: Record<string, string>, role?: string) => ChildProcess
  /** Starts a run, and resolves when all of its customers are finished. */
  run: (id: string, settings: SampleSettings) => Promise<RunProgress>
  /** Resolves when a run has ended. */
  ended: (id: string) => Promise<RunProgress>
  /** Expects that the vendor has every record, that the ledger knows them, and that none was left over. */
  expectAll: (settings: SampleSettings) => Promise<void>
  close: () => Promise<void>
}

let databases = 0

/** How long a worker has for a job, in seconds. On a loaded machine none runs out, so each request is counted once. */
const LEASE = 60

/** Sets a scene in a new database of a server. `folder` has the bundled program, `expect` is the test's own. */
export async function startScene(
  expect: ExpectStatic,
  postgres: StartedPostgres,
  folder: string,
  { env = {}, ...behaviour }: VendorBehaviour & { env?: Record<string, string> } = {},
): Promise<Scene> {
  databases += 1
  const databaseUrl = await postgres.createDatabase(`scene_${databases}`)
  const queues = await openQueues(databaseUrl, {
    retryDelay: 0,
    expireSeconds: Number(env.EXPIRE_SECONDS ?? LEASE),
  })
  const vendor = await startVendor({ latency: 50, ...behaviour })
  const children = new Set<ChildProcess>()
  const everything = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    SEAM_ENDPOINT: vendor.origin,
    SEAM_API_KEY: 'seam_test_queue',
    PER_SECOND: '1000',
    RETRY_DELAY: '0',
    EXPIRE_SECONDS: String(LEASE),
    ...env,
  }

  async function ended(id: string): Promise<RunProgress> {
    let last: RunProgress | undefined
    await expect
      .poll(
        async () => {
          // While the database is away there is no news.
          last = await readProgress(queues.pool, id).catch(() => last)
          return last?.progress.state
        },
        { timeout: 90_000, interval: 100 },
      )
      .toBe('done')
    return last as RunProgress
  }

  return {
    databaseUrl,
    queues,
    vendor,
    spawn(more = {}, role = 'worker') {
      const child = fork(join(folder, 'main.mjs'), [role], { env: { ...everything, ...more } })
      children.add(child)
      child.once('exit', () => children.delete(child))
      return child
    },
    async run(id, settings) {
      await startRun(queues, sampleSource, { id, workspace: 'test', settings })
      return ended(id)
    },
    ended,
    async expectAll({ customers, reservations }) {
      const kept = vendor.sandbox.customers()
      expect(kept).toHaveLength(customers)
      for (const { data } of kept) {
        const keys = data.reservations?.map(({ reservation_key }) => reservation_key) ?? []
        expect(new Set(keys).size).toBe(reservations)
        expect(keys).toHaveLength(reservations)
        expect(data.rooms).toHaveLength(20)
      }
      // A stay that came before its room would have made a warning.
      expect(vendor.sandbox.warnings).toEqual([])
      const { rows } = await queues.pool.query<{ count: string }>('SELECT count(*) FROM seam_ledger')
      expect(Number(rows[0]?.count)).toBe(customers * (21 + reservations))
    },
    async close() {
      await Promise.all(
        [...children].map(async (child) => {
          child.kill('SIGKILL')
          await once(child, 'exit')
        }),
      )
      await queues.close()
      await vendor.close()
    },
  }
}
