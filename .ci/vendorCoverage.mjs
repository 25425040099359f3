// Writes docs/vendor-coverage.md from the schemas: node .ci/vendorCoverage.mjs
import { writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['test/schemas/vendorCoverage.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const code = Buffer.from(outputFiles[0].contents).toString('base64')
const { vendorCoverage } = await import(`data:text/javascript;base64,${code}`)
await writeFile('docs/vendor-coverage.md', vendorCoverage())
