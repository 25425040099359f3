// Writes the numbers of docs/scale.md, from the sizes of real requests and from measured.json: node demo/queue/scale.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { importBundled } from '../../.ci/importBundled.mjs'

const { scalePage } = await importBundled('demo/queue/scalePage.ts')
const measured = JSON.parse(await readFile(new URL('measured.json', import.meta.url), 'utf8'))
await writeFile('docs/scale.md', await scalePage(await readFile('docs/scale.md', 'utf8'), measured))
