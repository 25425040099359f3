import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openQueues } from './openQueues'
import { type SampleSettings, sampleSource } from './sampleSource'
import { startPostgres } from './startPostgres'
import { startRun } from './startRun'
import { startWorkers } from './startWorkers'

/** What docs/scale.md shows of the runs. */
export interface Measured {
  date: string
  /** The processor and Node. */
  machine: string
  customers: number
  /** How many reservations each customer has, and how many of them change for the second run. */
  reservations: number
  changed: number
  /** How long the vendor takes to answer, in milliseconds. */
  latency: number
  /** How many requests each worker has in flight at once. */
  inFlight: number
  runs: MeasuredRun[]
}

/** A run in which everything is sent, and a run after it in which little has changed. */
export interface MeasuredRun {
  workers: number
  /** How many processes wanted to run before it began: the machine's other work. */
  loadBefore: number
  records: number
  requests: number
  seconds: number
  /** The same of the second run. */
  deltaRequests: number
  deltaSeconds: number
  /** The size of the ledger's table with its index, in bytes. */
  ledgerBytes: number
}

const SCALE = { reservations: 40_000, changed: 200, latency: 50, inFlight: 1 }

/**
 * Measures a sync of so many customers over each number of workers, in a new database each time. The sandbox is a process
 * of its own. `file` keeps the results; runs of other numbers of workers stay in it.
 */
export async function measureRuns(
  folder: string,
  native: string,
  file: string,
  [customers = 25, ...counts]: number[],
): Promise<void> {
  for (const workers of counts.length > 0 ? counts : [1, 2, 4]) {
    const run = await measure(join(folder, 'main.mjs'), native, workers, customers)
    process.stdout.write(`${JSON.stringify(run)}\n`)
    const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{"runs":[]}')) as Measured
    const others = before.customers === customers ? before.runs.filter((one) => one.workers !== workers) : []
    const measured: Measured = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${availableParallelism()} cores, Node ${process.versions.node}`,
      customers,
      ...SCALE,
      runs: [...others, run].sort((a, b) => a.workers - b.workers),
    }
    await writeFile(file, `${JSON.stringify(measured, undefined, 2)}\n`)
  }
}

async function measure(
  program: string,
  native: string,
  count: number,
  customers: number,
): Promise<MeasuredRun> {
  const [loadBefore = 0] = loadavg()
  const { latency, inFlight, changed, reservations } = SCALE
  const postgres = await startPostgres(native)
  const vendor = fork(program, ['vendor'], {
    env: { ...process.env, LATENCY: String(latency), IS_FORGETFUL: 'true' },
  })
  const [endpoint] = (await once(vendor, 'message')) as [string]
  const queues = await openQueues(postgres.url)
  const workers = startWorkers(program, count, {
    ...process.env,
    DATABASE_URL: postgres.url,
    SEAM_ENDPOINT: endpoint,
    SEAM_API_KEY: 'seam_test_measure',
    PER_SECOND: '1000',
    EXPIRE_SECONDS: '120',
    IN_FLIGHT: String(inFlight),
  })

  async function sync(id: string, settings: SampleSettings) {
    await startRun(queues, sampleSource, { id, workspace: 'measured', settings })
    for (;;) {
      const { rows } = await queues.pool.query<{ seconds: string | null; sent: string; chunks: string }>(
        `SELECT extract(epoch FROM ended_at - started_at) AS seconds, sum(sent) AS sent, sum(settled) AS chunks
         FROM seam_run JOIN seam_stage ON run = seam_run.id WHERE seam_run.id = $1 GROUP BY seam_run.id`,
        [id],
      )
      const [row] = rows
      if (row?.seconds) {
        return { seconds: Number(row.seconds), sent: Number(row.sent), chunks: Number(row.chunks) }
      }
      await wait(250)
    }
  }

  try {
    const all = await sync('all', { customers, reservations })
    const { rows } = await queues.pool.query<{ bytes: string }>(
      `SELECT pg_total_relation_size('seam_ledger') AS bytes`,
    )
    const delta = await sync('delta', { customers, reservations, changed })
    return {
      workers: count,
      loadBefore,
      records: all.sent,
      requests: all.chunks,
      seconds: all.seconds,
      deltaRequests: delta.chunks,
      deltaSeconds: delta.seconds,
      ledgerBytes: Number(rows[0]?.bytes),
    }
  } finally {
    await workers.stop()
    vendor.kill()
    await queues.close()
    await postgres.remove()
  }
}
