import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { createSandbox } from '../../src/sandbox/index'

const SESSION = `export async function userOf({ headers }) {
  const key = /(?:^|; )session=([^;]*)/.exec(headers.get('cookie') ?? '')?.[1]
  return key ? { organizationId: key, id: 'user_7' } : null
}`

/** What an edge runtime gives to a worker. There is no `process`, `Buffer`, `require`, `global` or `window`. */
const GLOBALS = {
  AbortController,
  AbortSignal,
  Headers,
  ReadableStream,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  clearTimeout,
  console,
  crypto,
  performance,
  setTimeout,
}

interface Worker {
  fetch: (request: Request, env: object) => Promise<Response>
}

/**
 * Runs a worker's recipe as an edge runtime does: one script, in a world of its own, where `eval` and `new Function`
 * throw and no global is Node's.
 */
export async function startEdge(recipe: string): Promise<(request: Request) => Promise<Response>> {
  const { outputFiles } = await build({
    stdin: { contents: recipe, loader: 'ts', resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'worker',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    alias: { 'react-seam-portal/server': './src/server/index.ts' },
    plugins: [
      {
        name: 'session',
        setup(bundle) {
          bundle.onResolve({ filter: /^\.\/session$/ }, ({ path }) => ({ path, namespace: 'session' }))
          bundle.onLoad({ filter: /./, namespace: 'session' }, () => ({ contents: SESSION }))
        },
      },
    ],
  })
  const sandbox = createSandbox()
  const context = createContext(
    { ...GLOBALS, fetch: (url: string, init: RequestInit) => sandbox.fetch(new Request(url, init)) },
    { codeGeneration: { strings: false, wasm: false } },
  )
  runInContext(outputFiles[0]?.text ?? '', context)
  const worker = runInContext('worker.default', context) as Worker
  return (request) => worker.fetch(request, { SEAM_API_KEY: 'seam_test_sandbox' })
}
