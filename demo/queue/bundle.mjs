// Bundles the programs of the queue demo into a folder: one for its processes, one for its page.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundleProgram } from '../../.ci/bundledProgram.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Writes main.mjs, page.js and page.css. main.mjs needs no package beside it. */
export async function bundle(outdir) {
  await build({
    absWorkingDir: here,
    entryPoints: { main: './server/main.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // CommonJS packages call `require` for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    // pg looks for it, and does without.
    external: ['pg-native'],
    plugins: [programs],
    logLevel: 'error',
  })
  await build({
    absWorkingDir: here,
    entryPoints: { page: './page/main.tsx', 'page-look': './page/page.css' },
    outdir,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    logLevel: 'error',
  })
}

/** What the plugin of the same name does for Vite. */
const programs = {
  name: 'bundled-program',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?program$/ }, ({ path, resolveDir }) => ({
      path: fileURLToPath(new URL(path.replace(/\?program$/, ''), `file://${resolveDir}/`)),
      namespace: 'program',
    }))
    onLoad({ filter: /.*/, namespace: 'program' }, async ({ path }) => {
      const { text } = await bundleProgram(path)
      return { contents: `export const program = ${JSON.stringify(text)}`, loader: 'js' }
    })
  },
}
