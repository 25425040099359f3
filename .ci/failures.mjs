// Writes what the source knows into docs/failures.md: node .ci/failures.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['test/failures/failuresPage.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const code = Buffer.from(outputFiles[0].contents).toString('base64')
const { failuresPage } = await import(`data:text/javascript;base64,${code}`)
await writeFile('docs/failures.md', failuresPage(await readFile('docs/failures.md', 'utf8')))
