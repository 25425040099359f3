// Starts the demo: npm run demo. Vite compiles a file when the browser requests it, and sends the browser each saved
// change of a component or a style. A change of the server's code (demo/server, src/server, src/sandbox) needs a restart.
import { readFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { bundledProgram } from '../.ci/bundledProgram.mjs'

// Vite's own default is one fixed port, so that a second demo would have no hot reloading.
const updates = createHttpServer()
await new Promise((resolve, reject) => updates.once('error', reject).listen(0, '127.0.0.1', resolve))

const vite = await createServer({
  configFile: false,
  root: import.meta.dirname,
  appType: 'custom',
  cacheDir: '../node_modules/.cache/demo',
  publicDir: false,
  plugins: [react(), bundledProgram()],
  logLevel: 'warn',
  server: {
    middlewareMode: true,
    hmr: { server: updates, host: '127.0.0.1', clientPort: updates.address().port },
  },
  // Named here, because Vite reloads the page when it finds a new dependency.
  optimizeDeps: {
    include: [
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      '@tanstack/react-query',
      'zod/mini',
      'csv-parse/browser/esm',
      '@babel/parser',
    ],
    noDiscovery: true,
  },
})

// The dashboard has its own routes, so every address that is no file gets the same page.
const page = new URL('index.html', import.meta.url)
vite.middlewares.use((req, res, next) => {
  readFile(page, 'utf8')
    .then((html) => vite.transformIndexHtml(req.originalUrl ?? '/', html))
    .then((html) => res.setHeader('content-type', 'text/html; charset=utf-8').end(html), next)
})

try {
  const { startDemo } = await vite.ssrLoadModule('/server/startDemo.ts')
  await startDemo({ pages: vite.middlewares, env: process.env })
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  updates.close()
  await vite.close()
  process.exitCode = 1
}
