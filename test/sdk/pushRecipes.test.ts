import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SeamHttp } from '@seamapi/http'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ledger, PushResult } from '../../src/push/index'
import { createMemoryLedger, pushData } from '../../src/push/index'
import { createSandbox } from '../../src/sandbox/index'
import { createPortalHandler } from '../../src/server/index'
import manifest from '../../package.json' with { type: 'json' }
import { serveFetch } from '../support/serveFetch'
import { reservations, startPush } from '../push/startPush'

const PAGES = ['docs/pushing-data.md', 'docs/deleting-data.md']

type Recipe = Record<string, (...given: never[]) => unknown>

let recipes: Recipe[] = []
let folder = ''

/** The recipe that exports this, as the page has it. */
function recipe(name: string): (...given: unknown[]) => unknown {
  const found = recipes.find((module) => name in module)
  if (!found) throw new Error(`${PAGES.join(' and ')} have no recipe that exports ${name}.`)
  return found[name] as (...given: unknown[]) => unknown
}

beforeAll(async () => {
  mkdirSync('test/sdk/node_modules/.cache', { recursive: true })
  folder = mkdtempSync(join(process.cwd(), 'test/sdk/node_modules/.cache/recipes-'))
  const text = PAGES.map((page) => readFileSync(page, 'utf8')).join('\n')
  const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code = '']) => code)
  const alias = Object.fromEntries(
    Object.keys(manifest.exports)
      .filter((entry) => !/\.(css|json)$/.test(entry) && entry !== '.')
      .map((entry) => [`${manifest.name}${entry.slice(1)}`, join(process.cwd(), 'src', entry, 'index.ts')]),
  )
  const entryPoints = blocks.map((code, at) => {
    const file = join(folder, `${at}.ts`)
    writeFileSync(file, code)
    return file
  })
  // One bundle, so that recipes share modules as they do in a host.
  await build({
    entryPoints,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    alias,
    external: ['zod', 'zod/*', 'csv-parse', 'csv-parse/*', '@seamapi/http'],
    outExtension: { '.js': '.mjs' },
  })
  process.env.SEAM_API_KEY = 'seam_test_sandbox'
  recipes = await Promise.all(
    blocks.map((_, at) => import(pathToFileURL(join(folder, `${at}.mjs`)).href) as Promise<Recipe>),
  )
})

afterAll(() => {
  delete process.env.SEAM_API_KEY
  rmSync(folder, { recursive: true, force: true })
})

async function* customers(name: string) {
  yield {
    customer_key: 'harbour',
    reservations: [{ reservation_key: 'R-1', name }, ...reservations(5, 2)],
  }
}

describe('the recipes of pushing-data.md', () => {
  it('sync from a server with the vendor’s client, and only what has changed', async () => {
    const sandbox = createSandbox()
    const served = await serveFetch(sandbox.fetch)
    const seam = new SeamHttp({ apiKey: 'seam_test_sandbox', endpoint: served.origin })
    const home = process.cwd()
    process.chdir(folder)
    try {
      expect(await recipe('syncTonight')(seam, customers('Old'))).toMatchObject({ pushed: 6, remaining: 0 })
      expect(await recipe('syncTonight')(seam, customers('New'))).toMatchObject({
        pushed: 1,
        ledger: { unchanged: 5 },
      })
    } finally {
      process.chdir(home)
      await served.close()
    }
  })

  it('import a file', async () => {
    const { client, stored } = startPush()
    const file = new Blob([
      'Booking,Arrival,Departure,Rooms\nR-1,2026-03-01,2026-03-04 10:00,S-1\nR-2,soon,,\n',
    ])
    const { result, skipped } = (await recipe('importFile')(client, file)) as {
      result: PushResult
      skipped: { line: number }[]
    }
    expect(result).toMatchObject({ pushed: 1, failed: [] })
    expect(skipped.map(({ line }) => line)).toEqual([3])
    expect(stored().reservations).toEqual([
      {
        reservation_key: 'R-1',
        starts_at: '2026-03-01T15:00:00Z',
        ends_at: '2026-03-04T10:00:00Z',
        space_keys: ['S-1'],
      },
    ])
  })

  it('throw when a column is not in the file, and do not look like success', async () => {
    const { client } = startPush()
    const file = new Blob(['Key,Arrival,Departure,Rooms\nR-1,2026-03-01,2026-03-04 10:00,S-1\n'])
    await expect(recipe('importFile')(client, file)).rejects.toMatchObject({
      message: expect.stringContaining('The import ended early. Reading reservations[0] failed'),
      cause: expect.objectContaining({ message: expect.stringContaining('There is no column "Booking"') }),
    })
  })

  it('import in a browser, with progress and checkpoints', async () => {
    const sandbox = createSandbox()
    const fetch = createPortalHandler({
      apiKey: 'seam_test_sandbox',
      fetch: sandbox.fetch,
      authorize: () => ({ customer_key: 'harbour', allow: { push_data: true } }),
    })
    const states: string[] = []
    const kept: unknown[] = []
    const result = await recipe('importHere')(
      { customer_key: 'harbour', reservations: reservations(501) },
      ({ state }: { state: string }) => states.push(state),
      (checkpoint: unknown) => kept.push(checkpoint),
      { endpoint: 'https://app.test/api/seam', fetch },
    )
    expect(result).toMatchObject({ pushed: 501 })
    expect([states.at(-1), kept.length]).toEqual(['done', 2])
  })

  it('guard what a browser pushes', () => {
    expect(recipe('handler')).toBeTypeOf('function')
  })

  it('find troubles', () => {
    const [trouble, ...more] = recipe('troubles')({
      customer_key: 'harbour',
      reservations: [...reservations(1), ...reservations(1)],
    }) as string[]
    expect(trouble).toContain('reservations[1].reservation_key: The key "R-0" is also that of')
    expect(more).toEqual([])
  })

  it('fill a queue', async () => {
    const jobs = new Map<string, { reservations: object[] }>()
    const out: object[] = []
    await recipe('enqueue')(
      { customer_key: 'harbour', reservations: [...reservations(1200), { name: 'x' }] },
      async (id: string, body: never) => jobs.set(id, body),
      (failure: object) => out.push(failure),
    )
    expect([...jobs.values()].map((body) => body.reservations.length)).toEqual([500, 500, 200])
    expect(out).toHaveLength(1)
  })

  it('keep a ledger in a database', async () => {
    const { client } = startPush()
    const rows = new Map<string, Record<string, string>>()
    const names = ['workspace', 'customer_key', 'list', 'record_key', 'hash']
    // As much of a database as the recipe asks of one.
    const query = async (sql: string, values: string[]) => {
      const name = values.slice(0, 4).join('|')
      if (sql.startsWith('REPLACE'))
        rows.set(name, Object.fromEntries(names.map((column, at) => [column, String(values[at])])))
      if (sql.startsWith('DELETE')) rows.delete(name)
      return [...rows].filter(([key]) => key.startsWith(name)).map(([, row]) => row)
    }
    const ledger = recipe('createSqlLedger')(query) as Ledger
    const options = { ledger, workspace: 'test' }
    await pushData(client, { customer_key: 'harbour', reservations: reservations(3) }, options)
    const again = await pushData(client, { customer_key: 'harbour', reservations: reservations(2) }, options)
    expect(again.ledger).toEqual({
      unchanged: 2,
      vanished: [{ customer_key: 'harbour', list: 'reservations', key: 'R-2' }],
    })
    await ledger.delete([{ workspace: 'test', ...again.ledger.vanished[0] } as never])
    expect(rows.size).toBe(2)
  })
})

describe('the recipes of deleting-data.md', () => {
  it('end the access of one reservation with the vendor’s client, and nothing else', async () => {
    const sandbox = createSandbox({ seed: [{ customer_key: 'harbour', reservations: reservations(3) }] })
    const served = await serveFetch(sandbox.fetch)
    const seam = new SeamHttp({ apiKey: 'seam_test_sandbox', endpoint: served.origin })
    try {
      expect(await recipe('endAccess')(seam, 'R-1')).toMatchObject({ deleted: 1, failed: [], remaining: 0 })
    } finally {
      await served.close()
    }
    expect(sandbox.customers()[0]?.data.reservations?.map(({ reservation_key }) => reservation_key)).toEqual([
      'R-0',
      'R-2',
    ])
    expect(sandbox.warnings).toEqual([])
  })

  it('let a browser delete reservations alone, and of those the allowed', async () => {
    const handler = recipe('createHandler')((key: string) => key === 'R-1') as (
      request: Request,
    ) => Promise<Response>
    const remove = async (body: object) => {
      const request = new Request('https://app.test/api/seam/customers/delete_data', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return (await handler(request)).status
    }
    expect(await remove({ reservation_keys: ['R-1', 'R-2'] })).toBe(403)
    expect(await remove({ reservation_keys: ['R-1'], room_keys: ['S'] })).toBe(403)
    expect(await remove({ customer_keys: ['harbour-house'] })).toBe(403)
    expect(await remove({ customer_keys: ['harbour-house'], reservation_keys: ['R-1'] })).toBe(400)
  })

  it('delete what has vanished, and not when it is suspiciously much', async () => {
    const { client, stored } = startPush()
    const ledger = createMemoryLedger()
    const options = { ledger, workspace: 'production' }
    const push = (count: number) =>
      pushData(client, { customer_key: 'harbour', reservations: reservations(count) }, options)
    await push(600)
    expect(await recipe('deleteVanished')(client, await push(5), ledger)).toBeUndefined()
    expect(stored().reservations).toHaveLength(600)
    const result = await push(598)
    expect(await recipe('deleteVanished')(client, result, ledger)).toMatchObject({ deleted: 2 })
    expect(stored().reservations).toHaveLength(598)
  })

  it('delete a whole customer', async () => {
    const sandbox = createSandbox({ seed: [{ customer_key: 'harbour' }] })
    const fetch = createPortalHandler({
      apiKey: 'seam_test_sandbox',
      fetch: sandbox.fetch,
      authorize: () => ({ customer_key: 'harbour', allow: { delete_customer: true } }),
    })
    await recipe('deleteCustomer')('harbour', { endpoint: 'https://app.test/api/seam', fetch })
    expect(sandbox.customers()).toEqual([])
  })
})
