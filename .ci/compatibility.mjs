// Writes the results of the last `npm run test:hosts` into docs/compatibility.md: node .ci/compatibility.mjs
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { importBundled } from './importBundled.mjs'

const SEEN = '.cache/hosts/seen'
const PAGE = 'docs/compatibility.md'

const { compatibilityPage } = await importBundled('test/hosts/compatibilityPage.ts')

const files = (await readdir(SEEN)).filter((name) => name.endsWith('.json'))
const seen = await Promise.all(
  files.map(async (name) => JSON.parse(await readFile(`${SEEN}/${name}`, 'utf8'))),
)
await writeFile(PAGE, compatibilityPage(await readFile(PAGE, 'utf8'), seen))
for (const theme of ['light', 'dark'])
  await copyFile(`${SEEN}/vite-8-${theme}.png`, `docs/host-vite-8-${theme}.png`)
