import { once } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express5 from 'express'
import express4 from 'express-4'
import type * as hono from 'hono'
import type { CheckId } from '../../src/doctor/CHECKS'
import type { RecipeRunner } from '../server/createRecipeRunner'
import { serveFetch } from '../support/serveFetch'
import { type Lambda, lambdaFetch } from './lambdaFetch'
import { startEdge } from './startEdge'

/** A recipe of docs/backend.md that runs. */
export interface Runtime {
  /** Its origin, and the path of another mount before `/api/seam`. */
  origin: string
  close?: (() => Promise<unknown>) | undefined
}

type Start = (runner: RecipeRunner, load: NodeJS.Require) => Promise<Runtime>

/** Where the recipes run, by the names of the matrix in docs/backend-contract.md. */
export const RUNTIMES: Record<string, Start> = {
  'Node http': served('Node'),
  'Express 4': served('Express', express4),
  'Express 5': served('Express'),
  'Express 4, `express.json()` before it': served('Express with a parser before it', express4),
  'Express 5, `express.json()` before it': served('Express with a parser before it'),
  'Express 5, behind a mount path': async (runner) => {
    const outer = express5()
    outer.use('/outer', await express(runner, 'Express'))
    return { origin: `${await listen(runner, outer)}/outer` }
  },
  'Express 5, behind `trust proxy`': async (runner) => {
    const app = await express(runner, 'Express')
    app.set('trust proxy', true)
    return { origin: await listen(runner, app) }
  },
  'Express 5, a sign-in before it': served('Express with a sign-in before it'),
  async Fastify(runner) {
    const { app } = (await runner.run(runner.recipe('Fastify'))) as { app: FastifyApp }
    return { origin: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() }
  },
  async Koa(runner, load) {
    const given = { koa: load('koa') as unknown }
    const { app } = (await runner.run(runner.recipe('Koa'), express5, given)) as { app: KoaApp }
    return { origin: await listen(runner, app.callback()) }
  },
  'NestJS on Express': nest('@nestjs/platform-express', 'ExpressAdapter'),
  'NestJS on Fastify': nest('@nestjs/platform-fastify', 'FastifyAdapter'),
  async Hono(runner) {
    const { app } = (await runner.run(runner.recipe('Hono'))) as { app: hono.Hono }
    return serveFetch(async (request) => app.fetch(request))
  },
  async 'React Router'(runner, load) {
    const route = (await runner.run(runner.recipe('React Router'))) as object
    const { createStaticHandler } = load('react-router') as ReactRouter
    const routes = createStaticHandler([{ id: 'seam', path: '/api/seam/*', ...route }])
    return serveFetch((request) => routes.queryRoute(request))
  },
  async 'AWS Lambda'(runner) {
    const { lambda } = (await runner.run(runner.recipe('AWS Lambda'))) as { lambda: Lambda }
    return serveFetch((request) => lambdaFetch(lambda, request))
  },
  'Edge, without `eval` and Node': async (runner) =>
    serveFetch(await startEdge(runner.recipe('Workers at the edge'))),
}

/**
 * What the doctor warns of. A framework's own parser takes a body before the handler sees its size, and refuses what is
 * no JSON in words of its own.
 */
export const WARNINGS: Record<string, Partial<Record<CheckId, 'warn'>>> = {
  'Express 4, `express.json()` before it': { json: 'warn', oversize: 'warn' },
  'Express 5, `express.json()` before it': { json: 'warn', oversize: 'warn' },
  Fastify: { json: 'warn', oversize: 'warn' },
}

/** A recipe that listens by itself. */
function served(heading: string, version = express5): Start {
  return async (runner) => {
    await runner.run(runner.recipe(heading), version)
    return { origin: originOf(runner.open.at(-1) as Server) }
  }
}

/** The app that a recipe of Express makes. */
async function express(runner: RecipeRunner, heading: string): Promise<ReturnType<typeof express5>> {
  let made: ReturnType<typeof express5> | undefined
  const create = () => {
    made = express5()
    return made
  }
  await runner.run(runner.recipe(heading), Object.assign(create, { ...express5, json: express5.json }))
  if (!made) throw new Error(`The recipe ${heading} makes no app.`)
  return made
}

function nest(platform: string, name: string): Start {
  return async (runner, load) => {
    load('reflect-metadata')
    const { Module } = load('@nestjs/common') as { Module: (of: object) => (on: object) => void }
    const { NestFactory } = load('@nestjs/core') as { NestFactory: NestFactory }
    const Adapter = (load(platform) as Record<string, new () => object>)[name] as new () => object
    const AppModule = class AppModule {
      readonly name = 'app'
    }
    Module({})(AppModule)
    let app: NestApp | undefined
    const create = async (module: object) => {
      const made = await NestFactory.create(module, new Adapter(), { logger: false })
      app = made
      return { use: made.use.bind(made), listen: () => made.listen(0, '127.0.0.1') }
    }
    const { bootstrap } = (await runner.run(runner.recipe('NestJS'), express5, {
      './app.module': { AppModule },
      '@nestjs/core': { NestFactory: { create } },
    })) as { bootstrap: () => Promise<unknown> }
    await bootstrap()
    return { origin: (await app?.getUrl()) ?? '', close: () => app?.close() ?? Promise.resolve() }
  }
}

function originOf(server: Server): string {
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}`
}

async function listen(runner: RecipeRunner, listener: RequestListener): Promise<string> {
  const server = runner.listen(listener)
  await once(server, 'listening')
  return originOf(server)
}

interface FastifyApp {
  listen: (at: object) => Promise<string>
  close: () => Promise<void>
}

interface KoaApp {
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
