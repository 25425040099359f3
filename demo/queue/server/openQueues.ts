import { Pool } from 'pg'
import PgBoss from 'pg-boss'
import type { DeadJob } from './buryJob'
import { createBossQueue } from './createBossQueue'
import type { JobQueue } from './JobQueue'
import type { PlanJob } from './PlanJob'
import { prepareDatabase } from './prepareDatabase'
import type { QueuedChunk } from './QueuedChunk'

/** The three queues of a sync, and the database they are in. */
export interface Queues {
  pool: Pool
  boss: PgBoss
  plans: JobQueue<PlanJob>
  chunks: JobQueue<QueuedChunk>
  /** What was tried too often, or cannot be read. */
  dead: JobQueue<DeadJob>
  /** How long a worker may take for a job, in seconds. */
  expireSeconds: number
  close: () => Promise<void>
}

/** How to open the queues. Workers of one database use the same. */
export interface QueueOptions {
  /** How many connections to the database this process may have. @default 10 */
  connections?: number | undefined
  /**
   * How long a worker may take for a job, in seconds; then it counts as dead. A worker stops sending after four fifths
   * of it. Five tries of a silent vendor take 90 seconds. A rest that the vendor asks for comes on top. @default 120
   */
  expireSeconds?: number | undefined
  /** How often a job is tried again. @default 4 */
  retries?: number | undefined
  /** How long to wait before the first of these, in seconds. The delay doubles each time. @default 1 */
  retryDelay?: number | undefined
  /** Runs missing migrations. */
  migrate?: boolean | undefined
  /** Refuses a database that has tables of another program. @default false */
  isExclusive?: boolean | undefined
}

const NAMES = { plans: 'seam-plans', chunks: 'seam-chunks', dead: 'seam-dead' }

/**
 * Opens the queues in a PostgreSQL database, and makes them in an empty one. Throws a SchemaError for a database of
 * another version, and an Error that names `DATABASE_URL` when it does not answer.
 */
export async function openQueues(databaseUrl: string, options: QueueOptions = {}): Promise<Queues> {
  const { connections = 10, expireSeconds = 120, retries = 4, retryDelay = 1, migrate, isExclusive } = options
  const pool = new Pool({ connectionString: databaseUrl, max: connections, application_name: 'seam-queue' })
  // A connection that is lost is opened again with the next statement. Without listeners Node would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await pool.query('SELECT 1')
  } catch (thrown) {
    await pool.end()
    throw new Error(
      `The database that \`DATABASE_URL\` names does not answer (${codeOf(thrown)}): start it, or correct the address.`,
      { cause: thrown },
    )
  }
  try {
    await prepareDatabase(pool, { migrate, isExclusive })
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      // A job whose copy is in the dead letters holds records. It goes after a day.
      archiveCompletedAfterSeconds: 3600,
      deleteAfterHours: 23,
      // How soon it is noticed that a worker died.
      maintenanceIntervalSeconds: 1,
      schedule: false,
    })
    boss.on('error', createReport())
    await boss.start()
    const common = { expireInSeconds: expireSeconds, retryLimit: retries }
    const backoff = retryDelay > 0 && { retryDelay, retryBackoff: true }
    // Nothing may be lost here, so it is tried for as long as it takes.
    await boss.createQueue(NAMES.dead, { name: NAMES.dead, ...common, retryLimit: 1000, retryDelay: 5 })
    for (const name of [NAMES.plans, NAMES.chunks]) {
      const options = { name, ...common, ...backoff, deadLetter: NAMES.dead }
      await boss.createQueue(name, options)
      // The queue may be there, with an earlier version's settings.
      await boss.updateQueue(name, options)
    }
    return {
      pool,
      boss,
      plans: createBossQueue(boss, pool, { name: NAMES.plans, deadLetter: NAMES.dead }),
      chunks: createBossQueue(boss, pool, { name: NAMES.chunks, deadLetter: NAMES.dead }),
      dead: createBossQueue(boss, pool, { name: NAMES.dead }),
      expireSeconds,
      async close() {
        await boss.stop({ graceful: false, wait: true })
        await pool.end()
      },
    }
  } catch (thrown) {
    await pool.end()
    throw thrown
  }
}

/** Tells the operator of an error, at most once a minute: while the database is away, there are many. */
function createReport(): (thrown: unknown) => void {
  let last = -Infinity
  return (thrown) => {
    if (performance.now() - last < 60_000) return
    last = performance.now()
    process.stderr.write(
      `pg-boss could not maintain its queues (${codeOf(thrown)}), so the chunk of a worker that died comes back later. Look whether the database answers.\n`,
    )
  }
}

/** A database's error may quote the address, with its password. Its code does not. */
function codeOf(thrown: unknown): string {
  const { code, name } = thrown as { code?: string; name?: string }
  return code ?? name ?? 'no answer'
}
