// Takes docs/doctor.png, the doctor's lines for a proxy whose answers may be cached: node .ci/pictureDoctor.mjs
import { createServer } from 'node:http'
import { once } from 'node:events'
import { build } from 'esbuild'
import { chromium } from 'playwright'
import { findChromium } from '../test/support/findChromium.mjs'

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { runDoctor } from './src/doctor/runDoctor'
      export { toNodeHandler } from './src/server/index'
      export { createPlainProxy, SESSION } from './test/doctor/brokenProxies/createPlainProxy'
      export { BROKEN_PROXIES } from './test/doctor/brokenProxies/BROKEN_PROXIES'`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  plugins: [
    {
      // The sandbox's page is not looked at.
      name: 'no-program',
      setup(bundle) {
        bundle.onResolve({ filter: /\?program$/ }, ({ path }) => ({ path, namespace: 'program' }))
        bundle.onLoad({ filter: /./, namespace: 'program' }, () => ({
          contents: 'export const program = ""',
        }))
      },
    },
  ],
})
const code = Buffer.from(outputFiles[0].contents).toString('base64')
const { runDoctor, toNodeHandler, createPlainProxy, SESSION, BROKEN_PROXIES } = await import(
  `data:text/javascript;base64,${code}`
)

const proxy = toNodeHandler(createPlainProxy(BROKEN_PROXIES.caches.steps))
const server = createServer((req, res) => {
  if (req.url !== '/access') void proxy(req, res)
  else res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const origin = `http://127.0.0.1:${server.address().port}`
const lines = []
await runDoctor(
  ['doctor', '--yes', '--proxy', `${origin}/api/seam`, '--page', `${origin}/access`, '--header', SESSION],
  { print: (line) => lines.push(...line.split('\n')), complain: () => {}, confirm: undefined },
)
server.close()
server.closeAllConnections()

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const rows = lines.map((line) => {
  const [, status, id, rest] = /^(pass|fail|warn|skip) {2}(\S+)\s+(.*)$/.exec(line) ?? []
  if (!status) return `<p>${escape(line)}</p>`
  const [detail, fix] = rest.split(' Fix: ')
  return `<div class="${status}"><b>${status}</b><i>${id}</i><span>${escape(detail)}${fix ? ` <em>Fix: ${escape(fix)}</em>` : ''}</span></div>`
})
const html = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 28px 32px; background: #14181f; color: #d7dce4; font: 14px/1.65 ui-monospace, 'DejaVu Sans Mono', monospace; }
  p { margin: 14px 0 0; color: #9aa4b2; } p:empty { display: none; }
  .command { margin: 0 0 16px; color: #d7dce4; } .command s { color: #7d8796; text-decoration: none; }
  div { display: grid; grid-template-columns: 4ch 18ch 1fr; gap: 2ch; } div.fail { color: #fff; }
  b, i, em { font-weight: inherit; font-style: normal; } .pass b { color: #5fd39a; } .fail b { color: #ff8f85; font-weight: 700; }
  .warn b { color: #f3b35f; } .skip { color: #7d8796; } .fail em { color: #f3b35f; }
</style><p class="command"><s>$</s> npx react-seam-portal doctor --proxy http://localhost:3000/api/seam --page http://localhost:3000/access --yes …</p>${rows.join('')}`
const { executablePath, env, args } = await findChromium()
const browser = await chromium.launch({ executablePath, env, args })
const page = await browser.newPage({ viewport: { width: 1120, height: 300 }, deviceScaleFactor: 1 })
await page.setContent(html)
await page.screenshot({ path: 'docs/doctor.png', fullPage: true })
await browser.close()
