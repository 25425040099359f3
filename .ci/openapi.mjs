// Writes openapi.yaml, the contract of a proxy's three routes, from the schemas and clampOptions: node .ci/openapi.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { importBundled } from './importBundled.mjs'

const { proxyOpenApi } = await importBundled('test/doctor/proxyOpenApi.ts')
const { version } = JSON.parse(await readFile('package.json', 'utf8'))
await writeFile(
  'openapi.yaml',
  stringify(proxyOpenApi(version), { aliasDuplicateObjects: false, lineWidth: 0 }),
)
