import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packToolchains } from './packToolchains'

const TOOLS = resolve('test/toolchains/node_modules')

/** A host's test in both module formats: the recipe of docs/testing.md, and a frame on the page. */
const RECIPE = `
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const sandbox = createSandbox()
  const handler = createPortalHandler({
    apiKey: 'seam_test_sandbox',
    fetch: sandbox.fetch,
    authorize: () => ({ customer_key: 'harbour-house' }),
  })
  const endpoint = globalThis.document ? {} : { endpoint: 'http://localhost/api/seam' }
  const client = createPortalClient({ ...endpoint, fetch: (request) => handler(request) })

  test('asks for a link', async () => {
    expect((await client.createPortal({ locale: 'de-DE' })).customer_key).toBe('harbour-house')
  })
  const testFrame = globalThis.document ? test : () => {}
  testFrame('draws a frame', async () => {
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    await act(() => root.render(createElement(PortalProvider, { client }, createElement(PortalFrame, { heading: 'Access' }))))
    while (!document.querySelector('iframe')) await act(() => new Promise((resolve) => setTimeout(resolve, 10)))
    expect(document.querySelector('iframe').title).toBe('Access')
    await act(() => new Promise((resolve) => setTimeout(resolve, 300)))
    await act(() => root.unmount())
  })`

const NAMES = {
  react: 'act, createElement',
  'react-dom/client': 'createRoot',
  'react-seam-portal': 'createPortalClient, PortalFrame, PortalProvider',
  'react-seam-portal/sandbox': 'createSandbox',
  'react-seam-portal/server': 'createPortalHandler',
}

let consumer = ''

beforeAll(() => {
  consumer = packToolchains()
  for (const [path, code] of blocksOf('docs/testing.md')) write(path, code)
  const imports = Object.entries(NAMES)
  const required = imports.map(([from, names]) => `const { ${names} } = require('${from}')`)
  write('recipe.test.js', required.join('\n') + RECIPE)
  const imported = [...imports, ['vitest', 'expect, test']].map(
    ([from, names]) => `import { ${names} } from '${from}'`,
  )
  write('vitest/recipe.test.mjs', imported.join('\n') + RECIPE)
}, 300_000)

afterAll(() => rmSync(consumer, { recursive: true, force: true }))

describe('Jest without configuration', () => {
  it('runs the recipe in Node', () => {
    expect(jest('recipe.test.js')).toMatch(/^PASS/)
  })

  it('throws a sentence that names the globals that jsdom lacks', () => {
    const said = jest('recipe.test.js', '--env', 'jsdom')
    expect(said).toContain('createSandbox cannot start. This environment has no global `Request`, `Response`')
    write(
      'client.test.js',
      `
      const { createPortalClient } = require('react-seam-portal/client')
      const { createPortalHandler } = require('react-seam-portal/server')
      test('says what is missing', async () => {
        await expect(createPortalClient().createPortal({})).rejects.toThrow('Request is not defined')
        expect(() => createPortalHandler({})).toThrow('has no global \`Request\`, \`Response\`, \`TextDecoder\`')
      })`,
    )
    expect(jest('client.test.js', '--env', 'jsdom')).toMatch(/^PASS/)
  })

  it('runs the recipe in jsdom, with the globals of docs/testing.md', () => {
    expect(jest('recipe.test.js', '--env', './jest.environment.cjs')).toMatch(/^PASS/)
  })

  it('runs the recipe in happy-dom, and prints no address of a portal', () => {
    const lines = readFileSync(join(consumer, 'jest.environment.cjs'), 'utf8').split('\n')
    const needed = lines.filter((line) => !/assign.*(Request|Response)/.test(line)).join('\n')
    write('happy.environment.cjs', needed.replace('jest-environment-jsdom', '@happy-dom/jest-environment'))
    const said = jest(
      'recipe.test.js',
      '--env',
      './happy.environment.cjs',
      '--setupFiles',
      './happyDom.setup.js',
    )
    expect(said).toMatch(/^PASS/)
    expect(said).not.toMatch(/console\.|token=/)
  })

  it('runs TypeScript 5.9 through ts-jest, and moduleResolution node10 finds the types of every entry', () => {
    const compilerOptions = {
      module: 'commonjs',
      moduleResolution: 'node10',
      jsx: 'react-jsx',
      strict: true,
      esModuleInterop: true,
      skipLibCheck: true,
    }
    write('tsconfig.json', JSON.stringify({ compilerOptions }))
    write(
      'typed.test.tsx',
      `import { expect, test } from '@jest/globals'
      import { PortalFrame, PortalProvider, type PortalOptions } from 'react-seam-portal'
      import { createPortalClient, isPortalError } from 'react-seam-portal/client'
      import { createSandbox } from 'react-seam-portal/sandbox'
      import { CreatePortalRequest } from 'react-seam-portal/schemas'
      import { createPortalHandler, toNodeHandler } from 'react-seam-portal/server'
      const options: PortalOptions = CreatePortalRequest.parse({ locale: 'de-DE' })
      export const app = <PortalProvider options={options}><PortalFrame heading="Access" /></PortalProvider>
      // @ts-expect-error -- the portal does not have this language
      export const wrong = <PortalFrame locale="xx" />
      test('asks for a link', async () => {
        const handler = createPortalHandler({ apiKey: 'seam_test_sandbox', fetch: createSandbox().fetch, authorize: () => ({ customer_key: 'c' }) })
        const client = createPortalClient({ endpoint: 'http://localhost/api/seam', fetch: (request) => handler(request) })
        expect((await client.createPortal(options)).customer_key).toBe('c')
        expect(isPortalError(toNodeHandler(handler))).toBe(false)
      })`,
    )
    expect(jest('typed.test.tsx', '--preset', 'ts-jest')).toMatch(/^PASS/)
  })
})

describe('Vitest', () => {
  it.each(['node', 'jsdom', 'happy-dom'])(
    'runs the recipe in %s, and prints no address of a portal',
    (environment) => {
      const setup = environment === 'happy-dom' ? "setupFiles: ['../happyDom.setup.js']," : ''
      write('vitest/vitest.config.mjs', `export default { test: { ${setup} environment: '${environment}' } }`)
      const cli = join(TOOLS, 'vitest/vitest.mjs')
      const said = print(
        spawnSync('node', [cli, 'run'], {
          cwd: join(consumer, 'vitest'),
          encoding: 'utf8',
          env: clean(),
          timeout: 60_000,
        }),
      )
      expect(said).toContain(environment === 'node' ? '1 passed (1)' : '2 passed (2)')
      expect(said).not.toMatch(/stderr|token=/)
    },
  )
})

describe('Parcel', () => {
  it('builds with the line of docs/versioning.md, one copy for a package in CommonJS too, styles included', () => {
    const [, line = ''] =
      /`("@parcel\/resolver-default".*?)`/.exec(readFileSync('docs/versioning.md', 'utf8')) ?? []
    const parcel = join(consumer, 'parcel')
    write('parcel/package.json', `{ "private": true, ${line} }`)
    write('parcel/index.html', '<div id="root"></div><script type="module" src="main.jsx"></script>')
    write(
      'node_modules/widgets/package.json',
      '{ "name": "widgets", "version": "1.0.0", "main": "index.js" }',
    )
    write(
      'node_modules/widgets/index.js',
      "exports.AccessButton = require('react-seam-portal').PortalLauncher",
    )
    write(
      'parcel/main.jsx',
      `
      import { createRoot } from 'react-dom/client'
      import { PortalProvider } from 'react-seam-portal'
      import { createPortalClient } from 'react-seam-portal/client'
      import 'react-seam-portal/styles.css'
      import { AccessButton } from 'widgets'
      createRoot(document.getElementById('root')).render(<PortalProvider client={createPortalClient()}><AccessButton /></PortalProvider>)`,
    )
    const cli = join(TOOLS, 'parcel/lib/bin.js')
    const options = ['build', 'index.html', '--no-cache', '--no-optimize', '--no-source-maps']
    execFileSync('node', [cli, ...options], {
      cwd: parcel,
      stdio: 'pipe',
      env: { ...clean(), NODE_ENV: 'production' },
    })
    const built = readdirSync(join(parcel, 'dist'))
    const scripts = built.filter((name) => name.endsWith('.js'))
    const code = scripts.map((name) => readFileSync(join(parcel, 'dist', name), 'utf8')).join('')
    expect(code.match(/hook was used outside <PortalProvider>/g)).toHaveLength(1)
    expect(built.some((name) => name.endsWith('.css'))).toBe(true)
  })
})

function jest(file: string, ...options: readonly string[]): string {
  const cli = join(TOOLS, 'jest/bin/jest.js')
  const all = [cli, '--rootDir', '.', '--cacheDirectory', '.jest', ...options, '--runTestsByPath', file]
  return print(spawnSync('node', all, { cwd: consumer, encoding: 'utf8', env: clean(), timeout: 60_000 }))
}

/** The environment without the variables that this test runner has set. */
function clean(): NodeJS.ProcessEnv {
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  return { ...env, NO_COLOR: '1' }
}

function print({ stdout, stderr }: { stdout: string; stderr: string }): string {
  return stdout + stderr
}

function write(path: string, code: string): void {
  mkdirSync(dirname(join(consumer, path)), { recursive: true })
  writeFileSync(join(consumer, path), code)
}

/** The files in a page of the docs, by their names. */
function blocksOf(page: string): [string, string][] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```/gm)
  return [...blocks].map(([, path = '', code = '']) => [path, code])
}
