import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * Builds the page of hostApp.tsx with its chunks, as a host's production build does. Returns each path with its text.
 * With the folder of a host it takes the library that is installed there, and else the source.
 */
export async function bundleHostApp(host?: string): Promise<Record<string, string>> {
  const { outputFiles } = await build({
    entryPoints: { app: 'test/support/hostApp.tsx' },
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
        name: 'the installed library',
        setup(app) {
          if (!host) return
          app.onResolve({ filter: /\/src\/index$/ }, async () =>
            app.resolve('react-seam-portal', { kind: 'import-statement', resolveDir: host }),
          )
        },
      },
    ],
  })
  const style = host ? join(host, 'node_modules/react-seam-portal/dist/styles.css') : 'src/styles.css'
  return {
    ...Object.fromEntries(outputFiles.map(({ path, text }) => [path, text])),
    '/styles.css': await readFile(style, 'utf8'),
  }
}
