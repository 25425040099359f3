import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diagnose } from '../doctor/diagnose'
import { expectMatrixRow } from '../doctor/matrixRow'
import { describeColours } from '../hosts/describeColours'
import { NEXT_HOSTS } from '../hosts/HOSTS'
import { SCHEMES } from '../hosts/SCHEMES'
import { findChromium } from '../support/findChromium.mjs'
import { type NextDevelopment, type NextExample, startNext, startNextDevelopment } from './startNext'

/** The key during the build. An example that read its key at build time would have it in its output. */
const BUILD_KEY = 'seam_test_of_the_build'
const SANDBOX_KEY = 'seam_test_sandbox'

let example: NextExample | undefined
let browser: Browser

beforeAll(async () => {
  example = await startNext('turbopack', BUILD_KEY)
  const { executablePath, args, env: browserEnv } = await findChromium()
  browser = await chromium.launch({ executablePath, args, env: browserEnv })
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await example?.stop()
})

describe('the Next.js example, from the packed tarball', () => {
  it('opens a portal whose link comes from the route handler', async () => {
    const { page, portal, calls, trouble } = await open('/')
    await page.getByRole('button', { name: 'Manage access' }).click()
    await portal.waitFor()
    expect(calls()).toEqual(['/api/seam/customers/create_portal'])
    expect(trouble).toEqual([])
  })

  it('opens a portal in a dialog that a server component has composed', async () => {
    const { page, portal, calls, trouble } = await open('/dialog')
    await page.getByRole('button', { name: 'Manage access' }).click()
    await page.getByRole('dialog').getByText('Who may come in').waitFor()
    await portal.waitFor()
    expect(calls()).toEqual(['/api/seam/customers/create_portal'])
    expect(trouble).toEqual([])
  })

  it('shows a portal whose link came with the page, without a request of the browser', async () => {
    const { portal, calls, trouble, headers } = await open('/ahead')
    await portal.waitFor()
    expect(calls()).toEqual([])
    expect(trouble).toEqual([])
    expect(headers['cache-control']).toMatch(/private.*no-store/)
  })

  it('shows a portal whose link comes from a server action', async () => {
    const { portal, calls, trouble } = await open('/action')
    await portal.waitFor()
    expect(calls()).toEqual(['/action'])
    expect(trouble).toEqual([])
  })

  it('has nothing wrong by the doctor, but that the example signs everybody in', async () => {
    const diagnosis = await diagnose(['--proxy', `${example?.origin}/api/seam`])
    expect(diagnosis.trouble).toEqual({ 'signed-out': 'fail' })
    expectMatrixRow('Next.js, App Router', diagnosis)
  })

  it('has no key in any file that browsers get', async () => {
    const { page } = await open('/')
    const built = join(example?.folder ?? '', '.next/static')
    const files = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    const texts = files.map((file) => readFileSync(join(file.parentPath, file.name), 'utf8'))
    expect(texts.some((text) => text.includes('data-seam-portal'))).toBe(true)
    for (const text of [...texts, await page.content()]) {
      expect(text.includes(BUILD_KEY) || text.includes(SANDBOX_KEY)).toBe(false)
    }
  })
})

describeColours(
  NEXT_HOSTS[0],
  () => `${example?.origin}/colours`,
  SCHEMES,
  () => example?.versions ?? {},
)

describe('the same app with trailingSlash and a route of the Pages Router, in development', () => {
  let dev: NextDevelopment

  beforeAll(async () => {
    if (!example) throw new Error('The example did not start.')
    const { folder } = example
    const page = readFileSync('docs/backend.md', 'utf8').split('### Next.js, Pages Router')[1] ?? ''
    const recipe = /```ts\n(.*?)```/s.exec(page)?.[1]?.replace('../../../seam', '../../../lib/seam') ?? ''
    mkdirSync(join(folder, 'pages/api/legacy'), { recursive: true })
    writeFileSync(
      join(folder, 'pages/api/legacy/[...path].ts'),
      recipe.replace("'../../../lib/seam'", "'@/lib/legacy'"),
    )
    // The Pages Router has no `connection()`, which the example's session calls.
    writeFileSync(
      join(folder, 'lib/legacy.ts'),
      `import { createPortalHandler } from 'react-seam-portal/server'
import { sandbox, sandboxOrigin } from './sandbox'
export const handler = createPortalHandler({
  apiKey: 'seam_test_sandbox',
  fetch: sandbox.fetch,
  portalOrigins: [sandboxOrigin],
  authorize: (request) => request.headers.has('cookie') ? { customer_key: 'harbour-house' } : null,
})`,
    )
    writeFileSync(join(folder, 'next.config.mjs'), 'export default { trailingSlash: true }')
    dev = await startNextDevelopment(folder)
  }, 120_000)

  afterAll(async () => dev.stop())

  it('answers in a route of the Pages Router without a warning', async () => {
    const response = await fetch(`${dev.origin}/api/legacy/customers/create_portal/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie: 'session=harbour-house',
      },
      body: '{"locale":"de-DE"}',
    })
    expect([response.status, await response.json()]).toMatchObject([200, { ok: true }])
    expect(dev.log()).not.toMatch(/API resolved without sending a response/)
  })

  it('opens a portal when Next redirects every call to the final slash', async () => {
    // Next compiles each route at its first request.
    await fetch(`${dev.origin}/`)
    await fetch(`${dev.origin}/api/seam/customers/create_portal/`, { method: 'POST' })
    await fetch(`${dev.origin}/sandbox-portal/`)
    const { page, portal, calls } = await open('/', dev.origin)
    await page.getByRole('button', { name: 'Manage access' }).click()
    await portal.waitFor()
    expect(new Set(calls())).toEqual(
      new Set(['/api/seam/customers/create_portal', '/api/seam/customers/create_portal/']),
    )
    // Chromium also reports the redirect that it does not follow, so the test reads the server's own log.
    expect(dev.log().match(/POST \/api\/seam\/customers\/create_portal\/ 200/g)).toHaveLength(1)
  })

  it('has nothing wrong by the doctor but what Next does before it', async () => {
    const session = ['--header', 'Cookie: session=harbour-house']
    const diagnosis = await diagnose(['--proxy', `${dev.origin}/api/legacy`, ...session])
    // The redirect to the final slash, and a parser that reads the body first.
    expect(diagnosis.trouble).toEqual({ reachable: 'warn', json: 'warn', oversize: 'warn' })
    expectMatrixRow('Next.js, Pages Router', diagnosis)
  })
})

/** Opens a page of the example in its own window, and records errors in the console and failed requests. */
async function open(path: string, origin = example?.origin) {
  const page = await browser.newPage()
  page.setDefaultTimeout(15_000)
  const trouble: string[] = []
  const posts: string[] = []
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) trouble.push(line.text())
  })
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(new URL(request.url()).pathname)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) trouble.push(`${new URL(response.url()).pathname} ${response.status()}`)
  })
  const answer = await page.goto(`${origin}${path}`, { waitUntil: 'load' })
  return {
    page,
    /** The heading inside the portal. */
    portal: page.frameLocator('iframe:visible').locator('html[data-portal-customer="harbour-house"] h1'),
    /** The requests to the server, without those for pages. */
    calls: () => posts,
    trouble,
    headers: answer?.headers() ?? {},
  }
}
