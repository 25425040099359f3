// Starts the demo: npm run demo. Vite compiles the library and the demo as they are asked for, so nothing is built.
import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { bundledProgram } from '../.ci/bundledProgram.mjs'

const vite = await createServer({
  configFile: false,
  root: import.meta.dirname,
  appType: 'custom',
  cacheDir: '../node_modules/.cache/demo',
  publicDir: false,
  plugins: [bundledProgram()],
  logLevel: 'warn',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  // Named ahead: a dependency found on the way would make the first page load itself again.
  optimizeDeps: {
    include: ['react', 'react-dom/client', 'react/jsx-dev-runtime', '@tanstack/react-query'],
    noDiscovery: true,
  },
})

// Every address is the dashboard's, and nothing is put into its page: Vite's own script would wait for changes in vain.
const page = await readFile(new URL('index.html', import.meta.url))
vite.middlewares.use((_req, res) => res.setHeader('content-type', 'text/html; charset=utf-8').end(page))

try {
  const { startDemo } = await vite.ssrLoadModule('/server/startDemo.ts')
  await startDemo({ pages: vite.middlewares, env: process.env })
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  await vite.close()
  process.exitCode = 1
}
