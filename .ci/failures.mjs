// Writes the generated parts of docs/failures.md: node .ci/failures.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { importBundled } from './importBundled.mjs'

const { failuresPage } = await importBundled('test/failures/failuresPage.ts')
await writeFile('docs/failures.md', failuresPage(await readFile('docs/failures.md', 'utf8')))
