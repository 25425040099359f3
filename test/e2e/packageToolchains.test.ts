import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { transformSync } from 'esbuild'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import { serveFetch } from '../support/serveFetch'
import { packToolchains } from './packToolchains'

const TOOLS = resolve('test/toolchains/node_modules')

/** What a test of a host does, in either module format: a request, and a frame on the page. */
const RECIPE = `
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const { client, Provider } = createTestPortal()

  test('asks for a link', async () => {
    expect((await client.createPortal({ locale: 'de-DE' })).customer_key).toBe('test-customer')
  })
  const testFrame = globalThis.document ? test : () => {}
  testFrame('draws a frame', async () => {
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    await act(() => root.render(createElement(Provider, {}, createElement(PortalFrame, { heading: 'Access' }))))
    await loadFrames()
    expect(document.querySelector('iframe').title).toBe('Access')
    await act(() => root.unmount())
  })`

const NAMES = {
  react: 'act, createElement',
  'react-dom/client': 'createRoot',
  'react-seam-portal': 'PortalFrame',
  'react-seam-portal/testing': 'createTestPortal, loadFrames',
}

/** The example's configuration, for the files of the page and of the kit's own tests too. */
const VITEST = `
  import config from './vitest/vitest.config.js'
  export default { ...config, test: { ...config.test, include: ['{vitest,docs,own}/*.test.{jsx,tsx}'] } }`

/** What Storybook does with the preview of docs/testing.md. */
const PREVIEW = `
  import { render, screen } from '@testing-library/react'
  import { PortalFrame } from 'react-seam-portal'
  import preview from './preview.js'
  test('draws a story', async () => {
    const globals = { ...preview.initialGlobals, mood: preview.globalTypes.mood.toolbar.items[2] }
    const [decorate] = preview.decorators
    render(decorate(() => <PortalFrame />, { id: 'story', globals }))
    await screen.findByText('This is on our side. Try again in a moment.')
  })`

const JEST_SETUP = ['--setupFiles', 'react-seam-portal/testing/jest']

let consumer = ''

beforeAll(() => {
  consumer = packToolchains(inject('tarball'))
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
    expect(said).toContain(
      'createTestPortal cannot start. This environment has no global `Request`, `Response`',
    )
    expect(said).toContain("In Jest: setupFiles: ['react-seam-portal/testing/jest']")
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

  it.each(['jsdom', '@happy-dom/jest-environment'])(
    'runs the recipe in %s with the setup file, and prints no address of a portal',
    (environment) => {
      const said = jest('recipe.test.js', '--env', environment, ...JEST_SETUP)
      expect(said).toMatch(/^PASS/m)
      // happy-dom prints that it does not know one word of the frame's sandbox. It prints nothing else.
      expect(said.replace(/console\.error\s+Error while parsing the 'sandbox'/g, '')).not.toMatch(
        /console\.|token=/,
      )
    },
  )

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
      write('vitest/vitest.config.mjs', `export default { test: { environment: '${environment}' } }`)
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

describe('the testing kit', () => {
  beforeAll(async () => {
    cpSync('examples/testing', kit(), { recursive: true })
    for (const [path, code] of blocksOf('docs/testing.md')) write(`kit/${path}`, code)
    const packed = {
      "'../../src/index'": "'react-seam-portal'",
      "'../../src/testing/index'": "'react-seam-portal/testing'",
    }
    const source = readFileSync('test/testing/kit.dom.tsx', 'utf8')
    const code = Object.entries(packed).reduce((text, [ours, theirs]) => text.replace(ours, theirs), source)
    write('kit/own/kit.test.tsx', code)
    // As JavaScript: a compiler of types takes longer than the tests.
    const { code: script } = transformSync(code, { loader: 'tsx', jsx: 'automatic', format: 'cjs' })
    write('kit/react18/kit.test.js', script)
    write(
      'kit/react18/vitest.cjs',
      'module.exports = { describe, it, expect, beforeEach, afterEach, vi: jest }',
    )
    write('kit/playwright/routePortal.spec.js', readFileSync('test/testing/routePortal.page.js', 'utf8'))
    write('kit/docs/preview.test.jsx', PREVIEW)
    write('kit/vitest.config.mjs', VITEST)
    write('kit/react18.config.cjs', jestOfReact18())
    write('kit/playwright.config.mjs', await playwrightConfig())
  })

  it('runs the example for Jest, and the configuration of the page', () => {
    const said = runTool('jest/bin/jest.js', '--config', 'jest/jest.config.cjs', '--detectOpenHandles')
    expect(said).toContain('Tests:       2 passed, 2 total')
    expect(said).not.toMatch(/open handle|console\./)
    const page = runTool('jest/bin/jest.js', '--config', 'docs/jest.config.cjs', '--showConfig')
    expect(page).toContain('react-seam-portal/dist/testing/jest/index.cjs')
  })

  it.each(['jsdom', 'happy-dom'])(
    'runs the example, the blocks of docs/testing.md and its own tests in Vitest, in %s',
    (environment) => {
      const said = runTool('vitest/vitest.mjs', 'run', '--environment', environment)
      expect(said).toContain('Test Files  11 passed (11)')
      expect(said).not.toMatch(/stderr|token=/)
    },
  )

  it('runs its own tests with React 18.3, in Jest', () => {
    expect(runTool('jest/bin/jest.js', '--config', 'react18.config.cjs')).toMatch(
      /Tests: +39 passed, 39 total/,
    )
  })

  it('runs the example for Node’s own runner, which ends by itself', () => {
    const tests = ['node/access.test.mjs', 'docs/job.test.mjs']
    const said = execFileSync('node', ['--test', ...tests], {
      cwd: kit(),
      encoding: 'utf8',
      env: clean(),
      timeout: 20_000,
    })
    expect(said).toMatch(/pass 3\n.*fail 0/)
  })

  it('runs the example for Playwright, and its own tests', () => {
    expect(
      runTool('../../../node_modules/playwright/cli.js', 'test', '--config', 'playwright.config.mjs'),
    ).toContain('7 passed')
  })

  it('has the portal’s page for a Storybook, in both module formats', () => {
    const show = "console.log(require('react-seam-portal/testing/node').portalStaticDir)"
    const folder = execFileSync('node', ['-e', show], { cwd: kit(), encoding: 'utf8' }).trim()
    const main = "import config from './docs/main.js'; console.log(config.staticDirs[0])"
    expect(
      execFileSync('node', ['--input-type=module', '-e', main], { cwd: kit(), encoding: 'utf8' }).trim(),
    ).toBe(folder)
    expect(readFileSync(join(folder, 'portal.html'), 'utf8')).toMatch(/^<!doctype html>/)
  })
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

function kit(): string {
  return join(consumer, 'kit')
}

/** Runs a tool of test/toolchains among the files of the kit. Gives all that it prints. */
function runTool(path: string, ...options: readonly string[]): string {
  const all = [join(TOOLS, path), ...options]
  return print(spawnSync('node', all, { cwd: kit(), encoding: 'utf8', env: clean(), timeout: 90_000 }))
}

function jestOfReact18(): string {
  const config = {
    rootDir: 'react18',
    testEnvironment: 'jsdom',
    setupFiles: ['react-seam-portal/testing/jest'],
    transform: {},
    moduleNameMapper: {
      '^vitest$': '<rootDir>/vitest.cjs',
      '^(react|react-dom)(/.*)?$': `${resolve('test/react18/node_modules')}/$1$2`,
    },
  }
  return `module.exports = ${JSON.stringify(config)}`
}

/** The example's configuration, with the browser of this machine and a free port. */
async function playwrightConfig(): Promise<string> {
  const { executablePath, env, args } = await findChromium()
  const { origin, close } = await serveFetch(() => Promise.reject(new Error('Nothing is served here.')))
  await close()
  const server = {
    command: `node ${join(TOOLS, 'vite/bin/vite.js')} --host 127.0.0.1 --port ${new URL(origin).port} --strictPort`,
    cwd: '.',
    url: origin,
  }
  const use = { baseURL: origin, launchOptions: { executablePath, env, args } }
  return `
    import config from './playwright/playwright.config.js'
    export default { ...config, testDir: '.', testMatch: '**/{playwright,docs}/*.spec.js', workers: 1,
      use: ${JSON.stringify(use)}, webServer: ${JSON.stringify(server)} }`
}

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
