// Writes openapi.yaml, the contract of a proxy's three routes, from the schemas and clampOptions: node .ci/openapi.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { stringify } from 'yaml'

const { outputFiles } = await build({
  entryPoints: ['test/doctor/proxyOpenApi.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const code = Buffer.from(outputFiles[0].contents).toString('base64')
const { proxyOpenApi } = await import(`data:text/javascript;base64,${code}`)
const { version } = JSON.parse(await readFile('package.json', 'utf8'))
await writeFile(
  'openapi.yaml',
  stringify(proxyOpenApi(version), { aliasDuplicateObjects: false, lineWidth: 0 }),
)
