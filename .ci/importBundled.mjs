import { build } from 'esbuild'

/** Imports a TypeScript module and its imports into a Node script. The path is relative to the repository. */
export async function importBundled(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
