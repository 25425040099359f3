import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { portalPageHtml } from '../../src/sandbox/index'
import { packConsumer } from './packConsumer'

let consumer = ''

beforeAll(() => {
  consumer = packConsumer(inject('tarball'), 'react', 'react-dom', '@tanstack', 'zod', '@types')
}, 120_000)

afterAll(() => rmSync(consumer, { recursive: true, force: true }))

describe('the packed tarball', () => {
  it('holds the build, the licence and the documentation of the package, and nothing else', () => {
    expect(readdirSync(join(consumer, 'node_modules/react-seam-portal')).sort()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ])
  })

  it('never imports React’s development runtime, also when NODE_ENV is `development` in the build', () => {
    const dist = join(consumer, 'node_modules/react-seam-portal/dist')
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    )

    expect(process.env.NODE_ENV).toBe('test')
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => readFileSync(join(dist, file), 'utf8').includes('jsxDEV'))).toEqual([])
  })

  it('imports in Node, without a window', () => {
    const script = `
      import * as client from 'react-seam-portal'
      import { createPortalClient } from 'react-seam-portal/client'
      import { createSandbox } from 'react-seam-portal/sandbox'
      import { CreatePortalRequest } from 'react-seam-portal/schemas'
      import { createPortalHandler } from 'react-seam-portal/server'
      const handler = createPortalHandler({
        apiKey: 'seam_test_sandbox',
        authorize: () => ({ customer_key: 'harbour' }),
        fetch: createSandbox().fetch,
      })
      const portal = createPortalClient({ endpoint: 'https://app.test/api/seam', fetch: handler })
      const { customer_key } = await portal.createPortal(CreatePortalRequest.parse({ locale: 'de-DE' }))
      console.log(customer_key, typeof client.PortalProvider)`
    writeFileSync(join(consumer, 'script.mjs'), script)

    expect(execFileSync('node', ['script.mjs'], { cwd: consumer, encoding: 'utf8' })).toBe(
      'harbour function\n',
    )
  })

  it('writes the sandbox’s page without a bundler, byte for byte like the source', () => {
    writeFileSync(
      join(consumer, 'page.mjs'),
      `import { portalPageHtml } from 'react-seam-portal/sandbox'
       process.stdout.write(portalPageHtml())`,
    )

    expect(execFileSync('node', ['page.mjs'], { cwd: consumer, encoding: 'utf8' })).toBe(portalPageHtml())
  })

  it('pushes from a file, with a ledger, in Node', () => {
    const script = `
      import { createPortalClient } from 'react-seam-portal/client'
      import { readCsv, readNdjson } from 'react-seam-portal/files'
      import { checkCustomerData, pushData } from 'react-seam-portal/push'
      import { openFileLedger } from 'react-seam-portal/push/node'
      import { createSandbox } from 'react-seam-portal/sandbox'
      import { createPortalHandler } from 'react-seam-portal/server'
      const fetch = createPortalHandler({
        apiKey: 'seam_test_sandbox',
        authorize: () => ({ customer_key: 'harbour', allow: { push_data: true } }),
        fetch: createSandbox().fetch,
      })
      const client = createPortalClient({ endpoint: 'https://app.test/api/seam', fetch })
      const options = { ledger: await openFileLedger('ledger.jsonl'), workspace: 'test' }
      for (const name of ['Guest 1', 'Guest 2']) {
        const guests = readCsv('Id,Name\\n1,' + name + '\\n2,Eva\\n', { list: 'guests', fields: { guest_key: 'Id', name: 'Name' } })
        const reservations = readNdjson('{"reservation_key":"R"}')
        const { pushed, ledger } = await pushData(client, { customer_key: 'harbour', guests, reservations }, options)
        console.log(pushed, ledger.unchanged, checkCustomerData({ customer_key: 'harbour' }).length)
      }`
    writeFileSync(join(consumer, 'push.mjs'), script)

    expect(execFileSync('node', ['push.mjs'], { cwd: consumer, encoding: 'utf8' })).toBe('3 0 0\n1 2 0\n')
  })

  it('builds in a plain Vite app, styles included', () => {
    writeFileSync(
      join(consumer, 'index.html'),
      '<div id="root"></div><script type="module" src="/main.jsx"></script>',
    )
    writeFileSync(
      join(consumer, 'main.jsx'),
      `import { createRoot } from 'react-dom/client'
       import { PortalLauncher, PortalProvider } from 'react-seam-portal'
       import 'react-seam-portal/styles.css'
       createRoot(document.getElementById('root')).render(<PortalProvider><PortalLauncher /></PortalProvider>)`,
    )

    const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js')
    execFileSync('node', [vite, 'build', '--logLevel', 'error'], { cwd: consumer, stdio: 'pipe' })

    const assets = readdirSync(join(consumer, 'dist/assets'))
    const script = assets.find((name) => /^index-.*\.js$/.test(name)) ?? ''
    expect(assets.some((name) => name.endsWith('.css'))).toBe(true)
    expect(readFileSync(join(consumer, 'dist/assets', script), 'utf8')).toContain('data-seam-portal')
  })

  it('has types that a strict consumer compiles against, with Node’s own resolution', () => {
    writeFileSync(
      join(consumer, 'app.tsx'),
      `import { PortalFrame, PortalProvider, type PortalOptions } from 'react-seam-portal'
       import { readCsv } from 'react-seam-portal/files'
       import { type PushProgressState, pushData } from 'react-seam-portal/push'
       import { openFileLedger } from 'react-seam-portal/push/node'
       import { createPortalHandler, toNodeHandler } from 'react-seam-portal/server'
       const options: PortalOptions = { locale: 'fr-FR', landing_page: { manage: { room_key: 'room-204' } } }
       export const app = <PortalProvider options={options}><PortalFrame heading="Access" deep_link={{ resource_type: 'device', resource_id: 'lock' }} /></PortalProvider>
       export const node = toNodeHandler(createPortalHandler({ apiKey: 'seam_test_sandbox', authorize: () => null }))
       export const rows = readCsv('', { list: 'guests', fields: { guest_key: 'Id' } })
       export const push = async (show: (state: PushProgressState) => void) =>
         pushData({ pushData: async () => ({ ok: true }) }, { customer_key: 'harbour', guests: rows }, { onProgress: show, ledger: await openFileLedger('x'), workspace: 'w' })
       // @ts-expect-error -- a reservation has no such list
       readCsv('', { list: 'stays', fields: {} })
       // @ts-expect-error -- the portal does not have this language
       export const wrong = <PortalFrame locale="xx" />
       // @ts-expect-error -- without authorize there is no handler
       createPortalHandler({ apiKey: 'seam_test_sandbox' })`,
    )
    const options = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'nodenext',
      '--jsx',
      'react-jsx',
    ]
    const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc')

    // On an error, execFile rejects with what the compiler has printed.
    const { stdout } = spawnSync(
      'node',
      [tsc, ...options, '--target', 'es2022', '--types', 'node', 'app.tsx'],
      {
        cwd: consumer,
        encoding: 'utf8',
      },
    )
    expect(stdout).toBe('')
  })

  it('has server types that need no @types/node, also with skipLibCheck: false', () => {
    writeFileSync(
      join(consumer, 'server.ts'),
      `import { createPortalHandler, toNodeHandler, type NodeRequest, type NodeResponse } from 'react-seam-portal/server'
       const listener = toNodeHandler(createPortalHandler({ apiKey: 'seam_test_sandbox', authorize: () => null }))
       export const run = (req: NodeRequest, res: NodeResponse): Promise<void> => listener(req, res)`,
    )
    const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc')
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022']
    const check = ['--skipLibCheck', 'false', '--types', 'react', '--lib', 'es2023,dom,dom.iterable']
    const { stdout } = spawnSync('node', [tsc, ...options, ...check, 'server.ts'], {
      cwd: consumer,
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
  })
})
