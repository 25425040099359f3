import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measured } from '../../demo/queue/server/measureRuns'
import manifest from '../../package.json' with { type: 'json' }
import { findChromium } from '../support/findChromium.mjs'

/** What the start script reads, in a copy that every user of the machine may read. */
const NEEDED = [
  '.ci/bundledProgram.mjs',
  '.ci/installFolder.mjs',
  'demo',
  'src',
  'package.json',
  ...['@esbuild', 'esbuild', 'react', 'react-dom', 'scheduler', 'zod'].map((name) => `node_modules/${name}`),
]

/** The demo of a user of this machine. */
interface Demo {
  origin: string
  database: string
  /** Ends it as Ctrl-C does, and gives how it ended. */
  stop: () => Promise<number | null>
}

let repository = ''
let browser: Browser

beforeAll(async () => {
  repository = mkdtempSync(join(tmpdir(), 'seam-queue-copy-'))
  for (const path of NEEDED) cpSync(path, join(repository, path), { recursive: true, filter: isRun })
  execFileSync('chmod', ['-R', 'a+rX', repository])
  const { executablePath, env, args } = await findChromium()
  browser = await chromium.launch({ executablePath, env, args })
})

afterAll(async () => {
  await browser?.close()
  rmSync(repository, { recursive: true, force: true })
})

/** Starts `npm run demo:queue` as a user, on a free port and with a small sync. */
async function start(user: { uid?: number; gid?: number }, more: Record<string, string> = {}): Promise<Demo> {
  const [command, ...args] = manifest.scripts['demo:queue'].split(' ')
  if (command !== 'node') throw new Error('The demo script is not a plain node command any more.')
  const { DATABASE_URL: _, ...clean } = process.env
  const env = {
    ...clean,
    PORT: '0',
    CUSTOMERS: '5',
    RESERVATIONS: '600',
    WORKERS: '2',
    EXPIRE_SECONDS: '4',
    ...more,
  }
  const child = spawn(process.execPath, args, { cwd: repository, env, ...user })
  // The demo must not run on after the tests, also when they fail.
  process.once('exit', () => child.kill('SIGKILL'))
  let output = ''
  const gone = once(child, 'exit') as Promise<[number | null]>
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      if (/Database .*\n/.test(output)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void gone.then(() => reject(new Error(`The demo ended: ${output}`)))
  })
  return {
    origin: /http:\/\/localhost:\d+/.exec(output)?.[0] ?? '',
    database: /Database +(\S+)\n/.exec(output)?.[1] ?? '',
    async stop() {
      child.kill('SIGINT')
      return (await gone)[0]
    },
  }
}

/** The recipes' packages are thousands of files, and only the compiler reads them. */
function isRun(path: string): boolean {
  return !/queue\/node_modules\/(@aws-sdk|@smithy|@types|bullmq|ioredis)$/.test(path)
}

/** Root, and a user who is not; on a machine where the tests do not run as root, that is one. */
const USERS = process.getuid?.() === 0 ? { root: {}, nobody: nobody() } : { 'an ordinary user': {} }

describe.concurrent('npm run demo:queue', () => {
  it.each(Object.entries(USERS))(
    'syncs in the browser, as %s',
    async (_, user) => {
      const demo = await start(user)
      const page = await browser.newPage()
      await page.goto(demo.origin)
      await page.getByText('No sync yet').waitFor()
      await page.getByRole('button', { name: 'Sync 5 customers' }).click()
      // Live: the bar is there before the end.
      await page.getByRole('progressbar').waitFor()
      await page.getByRole('button', { name: 'Kill worker 1' }).click()
      await page.getByText('3,105 records sent').first().waitFor()
      await page.getByRole('button', { name: 'Sync again' }).click()
      // Of the 3,105 records it sends the 125 that have changed.
      await page.getByText('2,980 unchanged').first().waitFor()
      await page.close()
      expect(await demo.stop()).toBe(0)
      // The database is gone with it.
      await expect(fetch(`http://${demo.database}`)).rejects.toThrow()
    },
    60_000,
  )

  it('ends with one sentence when the database does not answer', async () => {
    await expect(start({}, { DATABASE_URL: 'postgres://postgres@127.0.0.1:1/none' })).rejects.toThrow(
      'The demo ended: The database that `DATABASE_URL` names does not answer (ECONNREFUSED): start it, or correct the address.\n',
    )
  }, 60_000)
})

describe('the code around it', () => {
  it('has an adapter of fewer than 60 lines for each engine, and recipes that compile', () => {
    for (const path of [
      'server/createBossQueue.ts',
      'recipes/createBullQueue.ts',
      'recipes/createSqsQueue.ts',
    ]) {
      expect(readFileSync(join('demo/queue', path), 'utf8').split('\n').length).toBeLessThan(60)
    }
    execFileSync('npx', ['tsc', '-p', 'demo/queue', '--pretty', 'false'], { encoding: 'utf8' })
  }, 60_000)
})

describe('docs/scale.md', () => {
  it('has the numbers that the script computes', async () => {
    const { scalePage } = await import('../../demo/queue/scalePage')
    const page = readFileSync('docs/scale.md', 'utf8')
    const measured = JSON.parse(readFileSync('demo/queue/measured.json', 'utf8')) as Measured
    const written = await scalePage(page, measured)
    expect(page, 'docs/scale.md is old. Run: node demo/queue/scale.mjs').toBe(written)
    expect(measured.runs.map(({ workers }) => workers)).toEqual([1, 2, 4])
  })
})

function nobody(): { uid: number; gid: number } {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}
