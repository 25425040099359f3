// npm run bench [-- --smoke] [-- --soak REQUESTS]: measures, checks the gates, and writes results.json, peers.json and the docs.
import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureOurs, measurePeers } from '../.ci/size.mjs'
import { hasPeers } from './buildAssets.mjs'
import { checkGates } from './gates.mjs'
import { runBench } from './runBench.mjs'
import { writeReport } from './writeReport.mjs'

const smoke = process.argv.includes('--smoke')
const soak = process.argv.includes('--soak') ? Number(process.argv[process.argv.indexOf('--soak') + 1]) : 0

if (!smoke && !hasPeers)
  throw new Error('The peers are not installed, so there is nothing to compare with. Run `npm ci` in bench/.')

const results = await runBench({
  smoke,
  soak,
  peers: hasPeers,
  say: (what) => console.log(`Measuring ${what}`),
})
const gates = checkGates(results, { smoke })

if (!smoke) {
  const [ours, peers] = [await measureOurs(), await measurePeers()]
  const run = {
    date: new Date().toISOString().slice(0, 10),
    machine: { cores: availableParallelism(), node: process.version, chromium: results.chromium },
    ...results,
    gates,
    sizes: ours.map(({ name, limit, goal, esbuild, rolldown, withQuery }) => ({
      name,
      limit,
      goal,
      esbuild,
      rolldown,
      withQuery,
    })),
    peers: peers.peers,
  }
  await write('results.json', run)
  await write('peers.json', { date: run.date, peers: peers.peers })
  await writeReport(run)
}

for (const { name, value, bar, least, met } of gates) {
  const shown = Number.isFinite(value) ? Number(value.toFixed(3)) : 'not measured'
  console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${shown} (${least ? 'at least' : 'at most'} ${bar})`)
}
if (gates.some(({ met }) => !met)) process.exitCode = 1

async function write(name, value) {
  await writeFile(fileURLToPath(new URL(name, import.meta.url)), `${JSON.stringify(value, rounded, 2)}\n`)
}

function rounded(_, value) {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value
}
