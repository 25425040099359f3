import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { TestProject } from 'vitest/node'
import { packConsumer } from '../e2e/packConsumer'
import { startDemo } from '../e2e/startDemo'

declare module 'vitest' {
  interface ProvidedContext {
    /** The host's files: each path, and its text. */
    hostFiles: Record<string, string>
    /** Where the demo is. */
    demoOrigin: string
  }
}

/** Packs the library, builds a host's page from the package as a host's production build does, and starts the demo. */
export default async function bundleHost(project: TestProject): Promise<() => Promise<void>> {
  const consumer = packConsumer()
  const { outputFiles } = await build({
    entryPoints: { app: 'test/browsers/app.tsx' },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'the packed library',
        setup(host) {
          host.onResolve({ filter: /\/src\/index$/ }, async () =>
            host.resolve('react-seam-portal', { kind: 'import-statement', resolveDir: consumer }),
          )
        },
      },
    ],
  })
  const style = await readFile(join(consumer, 'node_modules/react-seam-portal/dist/styles.css'), 'utf8')
  await rm(consumer, { recursive: true, force: true })
  project.provide('hostFiles', {
    ...Object.fromEntries(outputFiles.map(({ path, text }) => [path, text])),
    '/styles.css': style,
    // A browser from before light-dark(), which knows no such function.
    '/old.css': style.replaceAll('light-dark(', 'no-such-function('),
  })
  const demo = await startDemo()
  project.provide('demoOrigin', demo.origin)
  return demo.stop
}
