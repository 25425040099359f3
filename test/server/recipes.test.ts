import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express5 from 'express'
import express4 from 'express-4'
import type * as hono from 'hono'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DeepLink } from '../../src/schemas/index'
import { PORTAL_ORIGINS } from '../../src/wire/portalUrlProblem'
import { createRecipeRunner } from './createRecipeRunner'
import { installServers } from './installServers'
import { startProxy } from './startProxy'

const PAGE = readFileSync('docs/backend.md', 'utf8')

let require: NodeJS.Require

beforeAll(() => {
  require = installServers()
}, 120_000)

const { open, recipe, run, listen, close } = createRecipeRunner((name) => require(name) as unknown)

afterEach(close)

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
    await expectProxy(sendToOpen)
  })

  it.each([true, false])('has a recipe that runs: Fastify (final slash: %s)', async (hasSlash) => {
    const { app } = (await run(recipe('Fastify'))) as { app: FastifyApp }
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    await expectProxy(({ url, ...rest }) => sendTo(address, { url: hasSlash ? `${url}/` : url, ...rest }))
    await app.close()
  })

  it.each([
    ['without a parser', undefined],
    ['behind koa-bodyparser', 'koa-bodyparser'],
  ])('has a recipe that runs: Koa, %s', async (_, parser) => {
    const Koa = require('koa') as new () => KoaApp
    class ParsingKoa extends Koa {
      constructor() {
        super()
        if (parser) this.use((require(parser) as () => unknown)())
      }
    }
    const { app } = (await run(recipe('Koa'), express5, { koa: ParsingKoa })) as { app: KoaApp }
    listen(app.callback())
    await once(open[0] as Server, 'listening')
    await expectProxy(sendToOpen)
  })

  it.each([
    ['Express', '@nestjs/platform-express', 'ExpressAdapter'],
    ['Fastify', '@nestjs/platform-fastify', 'FastifyAdapter'],
  ])('has a recipe that runs: NestJS on %s', async (_, platform, name) => {
    require('reflect-metadata')
    const { Module } = require('@nestjs/common') as { Module: (of: object) => (on: object) => void }
    const { NestFactory } = require('@nestjs/core') as { NestFactory: NestFactory }
    const Adapter = (require(platform) as Record<string, new () => object>)[name] as new () => object
    const AppModule = class AppModule {
      readonly name = 'app'
    }
    Module({})(AppModule)
    let app: NestApp | undefined
    const { bootstrap } = (await run(recipe('NestJS'), express5, {
      './app.module': { AppModule },
      '@nestjs/core': {
        NestFactory: {
          create: async (module: object) => {
            const made = await NestFactory.create(module, new Adapter(), { logger: false })
            app = made
            return { use: made.use.bind(made), listen: () => made.listen(0, '127.0.0.1') }
          },
        },
      },
    })) as { bootstrap: () => Promise<unknown> }
    await bootstrap()
    await expectProxy((asked) => sendTo(app?.getUrl(), asked))
    await app?.close()
  })

  it('has a recipe that runs: React Router', async () => {
    const { action } = (await run(recipe('React Router'))) as { action: unknown }
    const { createStaticHandler } = require('react-router') as ReactRouter
    const routes = createStaticHandler([{ id: 'seam', path: '/api/seam/*', action }])
    await expectProxy((asked) => routes.queryRoute(toRequest(asked)))
  })

  it('has a recipe that runs: AWS Lambda', async () => {
    const { lambda } = (await run(recipe('AWS Lambda'))) as { lambda: Lambda }
    await expectProxy((asked) => invoke(lambda, asked))
  })

  it.each([
    ['Express', express4],
    ['Express', express5],
    ['Express with a parser before it', express5],
  ])('has a recipe that runs on AWS Lambda: %s', async (heading, express) => {
    let app: RequestListener | undefined
    const made = () => {
      const one = express()
      app = one
      return Object.assign(one, { listen: () => {} })
    }
    await run(recipe(heading), Object.assign(made, { ...express, json: express.json }))
    const lambda = (require('serverless-http') as (app: unknown) => Lambda)(app)
    await expectProxy((asked) => invoke(lambda, asked))
  })

  it('has a recipe that runs: Hono', async () => {
    const { app } = (await run(recipe('Hono'))) as { app: hono.Hono }
    await expectProxy(async (asked) => app.fetch(toRequest(asked)))
  })

  it('has a recipe that runs: Next.js', async () => {
    const { POST } = (await run(recipe('Next.js'))) as { POST: (request: Request) => Promise<Response> }
    await expectProxy((asked) => POST(toRequest(asked)))
  })

  it.each([
    ['that is null', { authorization: 'signed-out' }],
    ['that is missing', {}],
  ])('answers 401 to a user %s behind a sign-in', async (_user, headers) => {
    await run(recipe('Express with a sign-in before it'))
    expect((await sendToOpen({ url: PORTAL_URL, headers: { ...JSON_TYPE, ...headers } })).status).toBe(401)
  })

  it('has no recipe longer than ten lines', () => {
    const headings = [...PAGE.matchAll(/^### (.+)$/gm)].map(([, heading = '']) => heading)
    const recipes = headings
      .filter((heading) => !/^(Where the body is|Other origins)$/.test(heading))
      .map(recipe)
    expect(recipes).toHaveLength(13)
    for (const code of recipes) expect(code.trim().split('\n').length).toBeLessThanOrEqual(10)
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

  it('passes on only what the handler passes on, and never what it replaces', async () => {
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

  it('accepts every field of a deep link', () => {
    const fields = /deep_link: %i\[(.*?)\]/.exec(nested)?.[1]?.split(' ')
    const known = DeepLink.def.options.flatMap((option) => Object.keys(option.shape))
    expect(fields?.toSorted()).toEqual([...new Set(known)].toSorted())
  })

  it('opens only addresses that the handler opens', () => {
    const origins = [...(/start_with\?\((.*?)\)/.exec(route)?.[1]?.matchAll(/"(.*?)"/g) ?? [])]
    expect(origins.map(([, origin]) => origin)).toEqual(PORTAL_ORIGINS.map((origin) => `${origin}/`))
  })
})

/** Returns what the handler sends to the vendor for a request. */
async function sentFor(wish: object): Promise<Record<string, unknown>> {
  const { ask, sent } = startProxy()
  expect((await ask('create_portal', wish)).status).toBe(200)
  return sent[0]?.body ?? {}
}

/** The request of a page: a portal. */
interface Asked {
  url: string
  headers: Record<string, string>
}

interface FastifyApp {
  listen: (at: object) => Promise<string>
  close: () => Promise<void>
}

interface KoaApp {
  use: (middleware: unknown) => void
  callback: () => RequestListener
}

interface NestApp {
  use: (...all: unknown[]) => void
  listen: (port: number, host: string) => Promise<unknown>
  getUrl: () => Promise<string>
  close: () => Promise<void>
}

interface NestFactory {
  create: (module: object, adapter: object, options: object) => Promise<NestApp>
}

interface ReactRouter {
  createStaticHandler: (routes: object[]) => { queryRoute: (request: Request) => Promise<Response> }
}

type Lambda = (event: object, context: object) => Promise<{ statusCode: number; body: string }>

const PORTAL_URL = 'https://app.example.com/api/seam/customers/create_portal'
const JSON_TYPE = { 'content-type': 'application/json' }
const WISH = '{"locale":"de-DE"}'

/** A signed-in page gets a portal of its customer. Other callers are refused. */
async function expectProxy(send: (asked: Asked) => Promise<Response>): Promise<void> {
  const ask = (headers: Record<string, string>) =>
    send({ url: PORTAL_URL, headers: { ...JSON_TYPE, ...headers } })
  const opened = await ask({ authorization: 'hotel_1' })
  expect([opened.status, await opened.json()]).toMatchObject([
    200,
    { customer_portal: { customer_key: 'hotel_1' } },
  ])
  expect((await ask({})).status).toBe(401)
  const foreign = {
    authorization: 'hotel_1',
    'sec-fetch-site': 'cross-site',
    origin: 'https://b.example.com',
  }
  expect((await ask(foreign)).status).toBe(403)
}

function toRequest({ url, headers }: Asked): Request {
  return new Request(url, { method: 'POST', body: WISH, headers })
}

async function sendTo(
  origin: string | Promise<string> | undefined,
  { url, headers }: Asked,
): Promise<Response> {
  const { pathname } = new URL(url)
  return fetch(new Request(`${await origin}${pathname}`, toRequest({ url, headers })))
}

function sendToOpen(asked: Asked): Promise<Response> {
  const [{ port }] = open.map((one) => one.address()) as [AddressInfo]
  return sendTo(`http://127.0.0.1:${port}`, asked)
}

/** Calls a function as API Gateway does, with the event of its version 1. */
async function invoke(lambda: Lambda, { url, headers }: Asked): Promise<Response> {
  const { pathname, host } = new URL(url)
  const { statusCode, body } = await lambda(
    {
      httpMethod: 'POST',
      path: pathname,
      headers: { ...headers, host },
      body: WISH,
      isBase64Encoded: false,
      requestContext: {},
    },
    {},
  )
  return new Response(body, { status: statusCode })
}
