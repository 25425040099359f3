import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findChromium } from '../support/findChromium.mjs'
import { packConsumer } from './packConsumer'

// The files that `npm create vite` makes before the reader writes those of the page.
const SCAFFOLD = {
  'web/index.html': '<div id="root"></div><script type="module" src="/src/main.tsx"></script>',
  'web/src/main.tsx': `
    import { StrictMode } from 'react'
    import { createRoot } from 'react-dom/client'
    import App from './App.tsx'
    createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>)`,
}

let folder = ''
let server: ChildProcess
let vite: ViteDevServer
let browser: Browser

beforeAll(async () => {
  folder = packConsumer(
    inject('tarball'),
    'react',
    'react-dom',
    '@tanstack',
    'zod',
    'express',
    '@vitejs',
    'vite',
  )
  const port = await freePort()
  for (const [path, code] of [...Object.entries(SCAFFOLD), ...filesOf('docs/quick-start.md')]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(
      join(folder, path),
      code.replaceAll('localhost:3000', `localhost:${port}`).replace('3000', port),
    )
  }
  server = spawn(process.execPath, ['server.mjs'], { cwd: join(folder, 'server') })
  vite = await createVite({ root: join(folder, 'web'), logLevel: 'error', server: { port: 0 } })
  await vite.listen()
  const { executablePath, args, env } = await findChromium()
  browser = await chromium.launch({ executablePath, args, env })
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (said) => String(said).includes('Listening') && resolve())
    server.once('close', () => reject(new Error('The server of the quick start ended.')))
  })
})

afterAll(async () => {
  await browser?.close()
  await vite?.close()
  server?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

describe('the quick start', () => {
  it('opens a portal over the page with the files of the quick start', async () => {
    const page = await browser.newPage()
    const trouble: string[] = []
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) trouble.push(line.text())
    })
    page.on('pageerror', (error) => trouble.push(error.message))
    const address = vite.resolvedUrls?.local[0] ?? ''
    await page.goto(address)
    const probe = page.waitForResponse(
      (answer) => new URL(answer.url()).pathname === '/' && answer.url() !== address,
    )
    await page.getByRole('button', { name: 'Manage access' }).click()
    await page
      .frameLocator('iframe:visible')
      .locator('html[data-portal-customer="harbour-house"] h1')
      .waitFor()
    expect((await probe).status()).toBe(204)
    expect(trouble).toEqual([])
  })
})

function filesOf(page: string): [string, string][] {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```/gm)
  return [...blocks].map(([, path = '', code = '']) => [path, code])
}

async function freePort(): Promise<string> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, () => resolve()))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return String(port)
}
