import { build } from 'esbuild'

/** Imports a TypeScript module, with all it imports, into a script for Node. Paths begin at the repository. */
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
