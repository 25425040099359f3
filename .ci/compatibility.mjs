// Writes what the last `npm run test:hosts` saw into docs/compatibility.md: node .ci/compatibility.mjs
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'

const SEEN = '.cache/hosts/seen'
const PAGE = 'docs/compatibility.md'

const { outputFiles } = await build({
  entryPoints: ['test/hosts/compatibilityPage.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const code = Buffer.from(outputFiles[0].contents).toString('base64')
const { compatibilityPage } = await import(`data:text/javascript;base64,${code}`)

const files = (await readdir(SEEN)).filter((name) => name.endsWith('.json'))
const seen = await Promise.all(
  files.map(async (name) => JSON.parse(await readFile(`${SEEN}/${name}`, 'utf8'))),
)
await writeFile(PAGE, compatibilityPage(await readFile(PAGE, 'utf8'), seen))
for (const theme of ['light', 'dark'])
  await copyFile(`${SEEN}/vite-8-${theme}.png`, `docs/host-vite-8-${theme}.png`)
