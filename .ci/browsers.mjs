// Writes what the last `npm run test:browsers` saw into docs/compatibility.md: node .ci/browsers.mjs
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'
import { importBundled } from './importBundled.mjs'

const SEEN = '.cache/browsers'
const PAGE = 'docs/compatibility.md'
const BROWSERS = ['chromium', 'firefox', 'webkit']

const { browsersSection } = await importBundled('test/browsers/browsersSection.ts')
const { replaceSection } = await importBundled('test/support/replaceSection.ts')

const seen = await Promise.all(
  BROWSERS.map(async (id) => JSON.parse(await readFile(`${SEEN}/${id}.json`, 'utf8'))),
)
await writeFile(PAGE, replaceSection(await readFile(PAGE, 'utf8'), 'Browsers', browsersSection(seen)))

const columns = await Promise.all(
  seen.map(async ({ id, version, pictures }) => {
    const images = await Promise.all(
      pictures.map(async (name) => {
        const png = await readFile(`${SEEN}/${id}-${name}.png`, 'base64')
        return `<img class="${name}" src="data:image/png;base64,${png}">`
      }),
    )
    return `<section><h2>${version}</h2>${images.join('')}</section>`
  }),
)
const { executablePath, env, args } = await findChromium()
const browser = await chromium.launch({ executablePath, env, args })
try {
  const page = await browser.newPage({ viewport: { width: 1500, height: 800 } })
  await page.setContent(`<!doctype html>
<style>
  body { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 16px; background: #eceef2; font: 14px sans-serif }
  section { display: grid; gap: 16px; align-content: start }
  h2 { margin: 0; font-size: 14px }
  img { width: 100%; border: 1px solid #c5cad3; box-sizing: border-box }
  img.narrow { width: 60% }
</style>${columns.join('')}`)
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  await page.screenshot({ path: 'docs/browsers.png', fullPage: true })
} finally {
  await browser.close()
}
