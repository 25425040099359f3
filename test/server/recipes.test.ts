import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { transform } from 'esbuild'
import express5 from 'express'
import express4 from 'express-4'
import * as hono from 'hono'
import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox } from '../../src/sandbox/index'
import { DeepLink } from '../../src/schemas/index'
import * as server from '../../src/server/index'
import { PORTAL_ORIGINS } from '../../src/wire/portalUrlProblem'
import { startProxy } from './startProxy'

type Modules = Record<string, unknown>

interface SignedIn {
  headers: { authorization?: string }
  user?: { id: number; organizationId: string } | null
}

const PAGE = readFileSync('docs/backend.md', 'utf8')

const open: Server[] = []

afterEach(() => {
  for (const one of open.splice(0)) {
    one.close()
    one.closeAllConnections()
  }
})

describe('docs/backend.md', () => {
  it.each([
    ['Node', express5],
    ['Express', express4],
    ['Express', express5],
    ['Express with a parser before it', express4],
    ['Express with a parser before it', express5],
    ['Express with a sign-in before it', express4],
    ['Express with a sign-in before it', express5],
  ])('has a recipe that runs: %s', async (heading, express) => {
    await run(recipe(heading), express)
    const [{ port }] = open.map((one) => one.address()) as [AddressInfo]
    await expectProxy((request) =>
      fetch(new Request(`http://127.0.0.1:${port}${new URL(request.url).pathname}`, request)),
    )
  })

  it('has a recipe that runs: Hono', async () => {
    const { app } = (await run(recipe('Hono'))) as { app: hono.Hono }
    await expectProxy(async (request) => app.fetch(request))
  })

  it('has a recipe that runs: Next.js', async () => {
    const { POST } = (await run(recipe('Next.js'))) as { POST: (request: Request) => Promise<Response> }
    await expectProxy(POST)
  })

  it.each([
    ['that is null', { authorization: 'nobody' }],
    ['that is missing', {}],
  ])('answers 401 to a user %s behind a sign-in', async (_user, headers) => {
    await run(recipe('Express with a sign-in before it'))
    const [{ port }] = open.map((one) => one.address()) as [AddressInfo]
    const { status } = await fetch(`http://127.0.0.1:${port}/api/seam/customers/create_portal`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', ...headers },
    })
    expect(status).toBe(401)
  })

  it('has no recipe longer than a dozen lines', () => {
    const recipes = [...PAGE.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => recipe(heading))
    expect(recipes).toHaveLength(6)
    for (const code of recipes) expect(code.trim().split('\n').length).toBeLessThanOrEqual(12)
  })
})

describe('the Rails route of docs/backend.md', () => {
  const route = /```ruby\n(.*?)```/s.exec(PAGE)?.[1] ?? ''
  const merged = /\.merge\((.*?)\n {4}\)/s.exec(route)?.[1] ?? ''
  const replaced = [...merged.matchAll(/^ {6}(\w+):/gm)].map(([, name = '']) => name)
  const nested = /permit\(\*FREE, (.*)\)\.to_h/.exec(route)?.[1] ?? ''
  const free = [
    ...(/FREE = %i\[(.*?)\]/.exec(route)?.[1]?.split(' ') ?? []),
    ...[...nested.matchAll(/(?:^|[}\]], )(\w+):/g)].map(([, name = '']) => name),
  ]

  it('replaces what the handler replaces', async () => {
    const portal = {
      features: { connect: { exclude: true } },
      customer_resources_filters: [{ field: 'region', operation: '=', value: 'north' } as const],
      read_only: true,
    }
    const body = await sentFor({ ...portal, customer_data: { customer_key: 'hotel_1' } })
    expect(replaced.toSorted()).toEqual(Object.keys(body).toSorted())
  })

  it('lets through only what the handler lets through, and never what it replaces', async () => {
    const wish = {
      is_embedded: true,
      locale: 'de-DE',
      exclude_locale_picker: true,
      navigation_mode: 'full',
      landing_page: { manage: { room_key: 'r1' } },
      deep_link: { resource_type: 'reservation', resource_key: 'R-20418' },
    }
    const body = await sentFor(wish)
    expect(free.toSorted()).toEqual(Object.keys(wish).toSorted())
    expect(body).toMatchObject(wish)
    expect(free.filter((name) => replaced.includes(name))).toEqual([])
  })

  it('takes every field of a deep link', () => {
    const fields = /deep_link: %i\[(.*?)\]/.exec(nested)?.[1]?.split(' ')
    const known = DeepLink.def.options.flatMap((option) => Object.keys(option.shape))
    expect(fields?.toSorted()).toEqual([...new Set(known)].toSorted())
  })

  it('opens no address but those the handler opens', () => {
    const origins = [...(/start_with\?\((.*?)\)/.exec(route)?.[1]?.matchAll(/"(.*?)"/g) ?? [])]
    expect(origins.map(([, origin]) => origin)).toEqual(PORTAL_ORIGINS.map((origin) => `${origin}/`))
  })
})

/** What the handler sends to the vendor for a wish. */
async function sentFor(wish: object): Promise<Record<string, unknown>> {
  const { ask, sent } = startProxy()
  expect((await ask('create_portal', wish)).status).toBe(200)
  return sent[0]?.body ?? {}
}

/** A signed-in page gets a portal of its customer, and anybody else a refusal. */
async function expectProxy(send: (request: Request) => Promise<Response>): Promise<void> {
  const ask = (headers: Record<string, string>) =>
    send(
      new Request('https://app.example.com/api/seam/customers/create_portal', {
        method: 'POST',
        body: '{"locale":"de-DE"}',
        headers: { 'content-type': 'application/json', ...headers },
      }),
    )
  const opened = await ask({ authorization: 'hotel_1' })
  expect([opened.status, await opened.json()]).toMatchObject([
    200,
    { customer_portal: { customer_key: 'hotel_1' } },
  ])
  expect([401, 403]).toContain((await ask({})).status)
}

function recipe(heading: string): string {
  const section = PAGE.split(`\n### ${heading}\n`)[1]?.split(/\n##+ /)[0] ?? ''
  const code = /```ts\n(.*?)```/s.exec(section)?.[1]
  if (code === undefined) throw new Error(`docs/backend.md has no recipe under ${heading}.`)
  return code
}

/** Runs a recipe as it stands, with a session, a port and a vendor of the test's own. */
async function run(code: string, express = express5): Promise<unknown> {
  const sandbox = createSandbox()
  const session = { userOf: (request: Request) => userOf(request.headers.get('authorization')) }
  const modules: Modules = {
    'react-seam-portal/server': {
      ...server,
      createPortalHandler: (options: server.PortalHandlerOptions) =>
        server.createPortalHandler({ ...options, fetch: sandbox.fetch }),
    },
    'node:http': { createServer: (listener: RequestListener) => ({ listen: () => listen(listener) }) },
    express: listening(express),
    hono,
    './session': session,
  }
  const shared = /```ts file=seam\.ts\n(.*?)```/s.exec(PAGE)?.[1] ?? ''
  modules['./seam'] = modules['../../../../seam'] = await evaluate(shared, modules)
  modules['./app'] = {
    app: listening(express)(),
    signIn: (req: SignedIn, _: unknown, next: () => void) => {
      const { authorization } = req.headers
      if (authorization === 'nobody') req.user = null
      else if (authorization) req.user = { id: 1, organizationId: authorization }
      next()
    },
  }
  const exported = await evaluate(code, modules)
  for (const one of open) if (!one.listening) await once(one, 'listening')
  return exported
}

async function evaluate(code: string, modules: Modules): Promise<unknown> {
  const script = await transform(code, { loader: 'ts', format: 'cjs' })
  const module = { exports: {} }
  const require = (name: string) => {
    if (name in modules) return modules[name]
    throw new Error(`The recipe imports ${name}, which the test does not know.`)
  }
  const process = { env: { SEAM_API_KEY: 'seam_test_sandbox' } }
  // oxlint-disable-next-line typescript/no-implied-eval -- the recipe is run as the page has it
  new Function('require', 'module', 'exports', 'process', script.code)(
    require,
    module,
    module.exports,
    process,
  )
  return module.exports
}

async function userOf(header: string | null): Promise<{ organizationId: string; id: string } | null> {
  return header === null ? null : { organizationId: header, id: 'user_7' }
}

/** Express with a `listen` that takes a free port of 127.0.0.1. */
function listening(express: typeof express5): typeof express5 {
  return Object.assign(
    () => {
      const app = express()
      return Object.assign(app, { listen: () => listen(app) })
    },
    { ...express, json: express.json },
  )
}

function listen(listener: RequestListener): Server {
  const one = createServer(listener).listen(0, '127.0.0.1')
  open.push(one)
  return one
}
