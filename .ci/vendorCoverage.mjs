// Writes docs/vendor-coverage.md from the schemas: node .ci/vendorCoverage.mjs
import { writeFile } from 'node:fs/promises'
import { importBundled } from './importBundled.mjs'

const { vendorCoverage } = await importBundled('test/schemas/vendorCoverage.ts')
await writeFile('docs/vendor-coverage.md', vendorCoverage())
