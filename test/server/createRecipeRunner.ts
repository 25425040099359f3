import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { transform } from 'esbuild'
import express5 from 'express'
import * as hono from 'hono'
import { createSandbox } from '../../src/sandbox/index'
import * as server from '../../src/server/index'

type Modules = Record<string, unknown>

interface SignedIn {
  headers: { authorization?: string; cookie?: string }
  user?: { id: number; organizationId: string } | null
}

/** Runs the recipes of docs/backend.md unchanged. */
export interface RecipeRunner {
  /** The servers that recipes have started. */
  open: Server[]
  /** Returns the code under a heading. */
  recipe: (heading: string) => string
  /** Runs code with a session, a port and a vendor of the test. Returns its exports. */
  run: (code: string, express?: typeof express5, given?: Modules) => Promise<unknown>
  /** Serves a listener on a free port of 127.0.0.1. */
  listen: (listener: RequestListener) => Server
  /** Stops the servers. */
  close: () => void
}

const PAGE = readFileSync('docs/backend.md', 'utf8')

/**
 * Makes a runner. `load` gives a framework that is installed elsewhere.
 * A user is signed in by the customer's key in `Authorization`, or in a cookie called `session`.
 */
export function createRecipeRunner(load: (name: string) => unknown): RecipeRunner {
  const open: Server[] = []

  function listen(listener: RequestListener): Server {
    const one = createServer(listener).listen(0, '127.0.0.1')
    open.push(one)
    return one
  }

  /** Express with a `listen` on a free port of 127.0.0.1. */
  function listening(express: typeof express5): typeof express5 {
    return Object.assign(
      () => {
        const app = express()
        return Object.assign(app, { listen: () => listen(app) })
      },
      { ...express, json: express.json },
    )
  }

  async function run(code: string, express = express5, given: Modules = {}): Promise<unknown> {
    const sandbox = createSandbox()
    const modules: Modules = {
      'react-seam-portal/server': {
        ...server,
        createPortalHandler: (options: server.PortalHandlerOptions) =>
          server.createPortalHandler({ ...options, fetch: sandbox.fetch }),
      },
      'node:http': { createServer: (listener: RequestListener) => ({ listen: () => listen(listener) }) },
      express: listening(express),
      hono,
      get fastify() {
        return load('fastify')
      },
      get 'serverless-http'() {
        return load('serverless-http')
      },
      ...given,
      './session': { userOf },
    }
    const shared = /```ts file=seam\.ts\n(.*?)```/s.exec(PAGE)?.[1] ?? ''
    const seam = await evaluate(shared, modules)
    modules['./seam'] = modules['../../../../seam'] = modules['../../../seam'] = modules['../../seam'] = seam
    modules['./app'] = { app: listening(express)(), signIn }
    const exported = await evaluate(code, modules)
    for (const one of open) if (!one.listening) await once(one, 'listening')
    return exported
  }

  function close(): void {
    for (const one of open.splice(0)) {
      one.close()
      one.closeAllConnections()
    }
  }

  return { open, recipe, run, listen, close }
}

function recipe(heading: string): string {
  const section = PAGE.split(`\n### ${heading}\n`)[1]?.split(/\n##+ /)[0] ?? ''
  const code = /```ts\n(.*?)```/s.exec(section)?.[1]
  if (code === undefined) throw new Error(`docs/backend.md has no recipe under ${heading}.`)
  return code
}

async function evaluate(code: string, modules: Modules): Promise<unknown> {
  const script = await transform(code, { loader: 'ts', format: 'cjs' })
  const module = { exports: {} }
  const load = (name: string) => {
    if (name in modules) return modules[name]
    throw new Error(`The recipe imports ${name}, which the test does not know.`)
  }
  const process = { env: { SEAM_API_KEY: 'seam_test_sandbox' } }
  // oxlint-disable-next-line typescript/no-implied-eval -- runs the recipe as it is in the page
  new Function('require', 'module', 'exports', 'process', script.code)(load, module, module.exports, process)
  return module.exports
}

async function userOf({ headers }: Request): Promise<{ organizationId: string; id: string } | null> {
  const key = customerOf(headers.get('authorization'), headers.get('cookie'))
  return key === undefined ? null : { organizationId: key, id: 'user_7' }
}

/** A sign-in middleware with its own session. */
function signIn(req: SignedIn, _: unknown, next: () => void): void {
  const key = customerOf(req.headers.authorization, req.headers.cookie)
  if (key === 'signed-out') req.user = null
  else if (key !== undefined) req.user = { id: 1, organizationId: key }
  next()
}

function customerOf(authorization: string | null = null, cookie: string | null = null): string | undefined {
  return authorization ?? /(?:^|; )session=([^;]*)/.exec(cookie ?? '')?.[1]
}
