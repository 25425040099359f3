import { existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..')

/** Whether the peers are installed. */
export const hasPeers = existsSync(join(here, 'node_modules'))

/**
 * Bundles every page, by name. Pages that measure time are production builds, and pages under StrictMode development
 * builds. Without peers, it only bundles the pages of this library and the plain ones.
 */
export async function buildAssets({ peers }) {
  const files = readdirSync(join(here, 'pages'))
    .filter((file) => /^(open|stay|leak|idle|push)-/.test(file))
    .filter((file) => peers || !/-(svix|looker|superset)\./.test(file))
  const built = await Promise.all(
    [true, false].map((production) =>
      bundle(
        files.filter((file) => file.startsWith('stay-') !== production),
        production,
      ),
    ),
  )
  return new Map(built.flatMap((outputs) => outputs.map(({ path, contents }) => [basename(path), contents])))
}

/** Returns the library's server entry, built from its source. */
export async function loadServer() {
  const outfile = join(root, 'node_modules/.cache/bench', `server-${process.pid}.mjs`)
  await mkdir(dirname(outfile), { recursive: true })
  await build({
    entryPoints: [join(root, 'src/server/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  return { path: outfile, ...(await import(pathToFileURL(outfile).href)) }
}

/** Gives what a push does outside a browser: the engine, and the handler's way to check what it was sent. */
export async function loadEngine() {
  const outfile = join(root, 'node_modules/.cache/bench', `engine-${process.pid}.mjs`)
  await mkdir(dirname(outfile), { recursive: true })
  await build({
    stdin: {
      resolveDir: root,
      contents: `
        export * from './src/push/index.ts'
        import { PLANS } from './src/server/PLANS.ts'
        const grant = { grant: { allow: { push_data: true } }, customers: ['hotel_1'] }
        export const planPushData = (input) => PLANS.push_data(input, grant)`,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  return { path: outfile, ...(await import(pathToFileURL(outfile).href)) }
}

async function bundle(files, production) {
  const { outputFiles } = await build({
    entryPoints: files.map((file) => join(here, 'pages', file)),
    outdir: join(here, 'out'),
    write: false,
    bundle: true,
    minify: production,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxDev: !production,
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
    // One React for the host, the peers and this library, as in any app.
    alias: Object.fromEntries(['react', 'react-dom'].map((name) => [name, join(root, 'node_modules', name)])),
    plugins: [styles],
    logLevel: 'error',
  })
  return outputFiles
}

/** The library's stylesheet, or an empty one: the library also works without it. */
const styles = {
  name: 'styles',
  setup({ onResolve, onLoad }) {
    const path = join(root, 'src/styles.css')
    onResolve({ filter: /^our-styles$/ }, () =>
      existsSync(path) ? { path } : { path: 'none', namespace: 'styles' },
    )
    onLoad({ filter: /.*/, namespace: 'styles' }, () => ({ contents: '', loader: 'css' }))
  },
}
