import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { rolldown } from 'rolldown'
import { build as vite } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import entries from '../../.ci/entries.json' with { type: 'json' }
import { packConsumer } from './packConsumer'

const OURS = 'node_modules/react-seam-portal'

/** The entries that are scripts: the name that a host imports, and the file below `dist` without its extension. */
const SCRIPTS = Object.entries(entries)
  .filter(([, source]) => !source.endsWith('.css'))
  .map(([name, source]) => ({
    name: `react-seam-portal${name.slice(1)}`,
    file: source.replace(/^src\/|\.tsx?$/g, ''),
  }))

/** An app in ES modules that uses a package in CommonJS. Each loads the library in its own way. */
const HOST = {
  'node_modules/widgets/package.json': '{ "name": "widgets", "version": "1.0.0", "main": "index.js" }',
  'node_modules/widgets/index.js':
    "exports.AccessButton = require('react-seam-portal').PortalLauncher\nexports.isPortalError = require('react-seam-portal/client').isPortalError",
  'host.mjs': `
    import { createElement } from 'react'
    import { renderToString } from 'react-dom/server'
    import { isPortalError, PortalError, PortalProvider } from 'react-seam-portal'
    import * as widgets from 'widgets'
    const page = createElement(PortalProvider, null, createElement(widgets.AccessButton, null, 'Access'))
    console.log(renderToString(page).includes('Access'), widgets.isPortalError === isPortalError,
      new PortalError('timeout') instanceof PortalError)`,
}

let consumer = ''

beforeAll(() => {
  consumer = packConsumer(inject('tarball'), 'react', 'react-dom', '@tanstack', 'zod')
  mkdirSync(join(consumer, 'node_modules/@types'))
  // Only the types of React: a host without the types of Node.
  execFileSync('ln', ['-s', join(process.cwd(), 'node_modules/@types/react'), 'node_modules/@types/react'], {
    cwd: consumer,
  })
  mkdirSync(join(consumer, 'node_modules/widgets'))
  for (const [path, code] of Object.entries(HOST)) writeFileSync(join(consumer, path), code)
}, 120_000)

afterAll(() => rmSync(consumer, { recursive: true, force: true }))

describe('the two builds in the tarball', () => {
  it('export the same names from every entry', () => {
    const script = `
      for (const file of ${JSON.stringify(SCRIPTS.map(({ file }) => file))}) {
        const names = Object.keys(await import('./${OURS}/dist/' + file + '.js')).sort()
        const required = Object.keys(require('./${OURS}/dist/' + file + '.cjs')).sort()
        console.log(file, names.length > 0 && names.join() === required.join())
      }`
    expect(run(script).trim().split('\n')).toEqual(SCRIPTS.map(({ file }) => `${file} true`))
  })

  it('have types for each file', () => {
    const files = filesOf('.js')
    expect(filesOf('.cjs').filter((name) => !name.startsWith('_virtual'))).toEqual(files)
    expect(filesOf('.d.cts')).toEqual(filesOf('.d.ts'))
    for (const { file } of SCRIPTS) expect(filesOf('.d.ts')).toContain(file)
    for (const file of filesOf('.d.cts')) expect(read(`${file}.d.cts`)).not.toMatch(/from '\.[^']*\.js'/)
  })

  it('have "use client" in the same modules', () => {
    expect(clientFiles('.js').length).toBeGreaterThan(20)
    expect(clientFiles('.cjs')).toEqual(clientFiles('.js'))
  })
})

describe('a host in ES modules that uses a package in CommonJS', () => {
  it('has one copy in Node', () => {
    expect(execFileSync('node', ['host.mjs'], { cwd: consumer, encoding: 'utf8' })).toBe('true true true\n')
  })

  it('has one copy in Node for every entry, without a warning', () => {
    const script = `
      for (const name of ${JSON.stringify(SCRIPTS.map(({ name }) => name))}) {
        const [module, required] = [await import(name), require(name)]
        for (const key of Object.keys(module)) if (module[key] !== required[key]) console.log(name, key)
      }`
    expect(run(script)).toBe('')
  })

  it.each(['esbuild', 'Rolldown', 'Vite'])('has one copy in the bundle of %s', async (bundler) => {
    const entry = join(consumer, 'host.mjs')
    const file = `bundle-${bundler}.mjs`
    // React is external, as in a server's bundle, so that Node can run the bundle.
    const external = ['react', 'react-dom', 'react-dom/server', 'react/jsx-runtime']
    if (bundler === 'esbuild') {
      const banner =
        "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)"
      await esbuild({
        entryPoints: [entry],
        bundle: true,
        format: 'esm',
        external,
        outfile: join(consumer, file),
        banner: { js: banner },
      })
    } else if (bundler === 'Rolldown') {
      const bundle = await rolldown({ input: entry, external, platform: 'node', logLevel: 'silent' })
      await bundle.write({ file: join(consumer, file), codeSplitting: false })
    } else {
      await vite({
        root: consumer,
        configFile: false,
        logLevel: 'error',
        ssr: { noExternal: true, external },
        build: {
          ssr: entry,
          outDir: '.',
          emptyOutDir: false,
          rolldownOptions: { output: { entryFileNames: file } },
        },
      })
    }
    expect(execFileSync('node', [file], { cwd: consumer, encoding: 'utf8' })).toBe('true true true\n')
  })
})

describe('two copies in one process', () => {
  const both = `
    const module = (file) => import('./${OURS}/dist/' + file + '.js')
    const required = (file) => require('./${OURS}/dist/' + file + '.cjs')
    const copies = async (file) => [await module(file), required(file)]`

  it('recognise each other’s errors', () => {
    const script = `${both}
      const [one, two] = await copies('client/index')
      console.log(one.PortalError === two.PortalError)
      console.log(one.isPortalError(new two.PortalError('timeout')), two.isPortalError(new one.PortalError('timeout')))`
    expect(run(script)).toBe('false\ntrue true\n')
  })

  it('work together as client, handler, server and sandbox', () => {
    const script = `${both}
      const { createServer } = require('node:http')
      const [clients, servers, sandboxes] = [await copies('client/index'), await copies('server/index'), await copies('sandbox/index')]
      for (const at of [0, 1]) {
        const handler = servers[at].createPortalHandler({
          apiKey: 'seam_test_sandbox',
          authorize: () => ({ customer_key: 'harbour' }),
          fetch: sandboxes[1 - at].createSandbox().fetch,
        })
        const server = createServer(servers[1 - at].toNodeHandler(handler)).listen(0)
        const endpoint = 'http://localhost:' + server.address().port
        console.log((await clients[1 - at].createPortalClient({ endpoint }).createPortal({})).customer_key)
        server.close()
      }`
    expect(run(script)).toBe('harbour\nharbour\n')
  })

  it('do not share a provider, and the part throws', () => {
    const script = `${both}
      const { createElement } = require('react')
      const { renderToString } = require('react-dom/server')
      const [one, two] = await copies('index')
      try { renderToString(createElement(one.PortalProvider, null, createElement(two.PortalLauncher))) }
      catch (error) { console.log(error.message) }`
    expect(run(script)).toContain('was used outside <PortalProvider>')
  })
})

describe('the types in the tarball', () => {
  it.each(['node16', 'nodenext', 'bundler'])(
    'are found by module %s, in modules and in CommonJS',
    (module) => {
      const values = SCRIPTS.map(({ name }, at) => `import * as entry${at} from '${name}'`)
      const code = `import type { PortalOptions } from 'react-seam-portal'
      ${values.join('\n')}
      export const options: PortalOptions = { locale: 'fr-FR' }
      export const entries = [${values.map((_, at) => `entry${at}`).join(', ')}]
      // @ts-expect-error -- the portal does not have this language
      export const wrong: PortalOptions = { locale: 'xx' }`
      for (const file of ['modules.mts', 'required.cts']) writeFileSync(join(consumer, file), code)
      const how =
        module === 'bundler' ? ['--module', 'esnext', '--moduleResolution', module] : ['--module', module]
      const files = module === 'bundler' ? ['modules.mts'] : ['modules.mts', 'required.cts']
      expect(compile([...how, '--skipLibCheck', ...files])).toBe('')
    },
  )

  it('need no types of Node, also with skipLibCheck: false', () => {
    writeFileSync(join(consumer, 'strict.mts'), "export { toNodeHandler } from 'react-seam-portal/server'")
    expect(
      compile(['--module', 'nodenext', '--types', 'react', '--skipLibCheck', 'false', 'strict.mts']),
    ).toBe('')
  })
})

/** Compiles with the newest compiler. Returns what it prints. */
function compile(options: readonly string[]): string {
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc')
  const all = [
    tsc,
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--jsx',
    'react-jsx',
    ...options,
  ]
  return spawnSync('node', all, { cwd: consumer, encoding: 'utf8' }).stdout
}

/** Runs a module in Node in the host's folder, with a \`require\` beside its imports. Gives all that it prints. */
function run(script: string): string {
  const require =
    "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n"
  writeFileSync(join(consumer, 'script.mjs'), require + script)
  const { stdout, stderr } = spawnSync('node', ['script.mjs'], { cwd: consumer, encoding: 'utf8' })
  return stdout + stderr
}

function filesOf(extension: string): string[] {
  return readdirSync(join(consumer, OURS, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort()
}

function clientFiles(extension: string): string[] {
  return filesOf(extension).filter((file) =>
    /^(['"]use strict['"];\n)?['"]use client['"]/.test(read(file + extension)),
  )
}

function read(file: string): string {
  return readFileSync(join(consumer, OURS, 'dist', file), 'utf8')
}
