// node bench/push.mjs [--smoke]: measures pushing alone (P6, P6b), prints it, and writes its table into the docs.
import { checkGates } from './gates.mjs'
import { measurePush } from './measurePush.mjs'
import { FULL, SMOKE } from './runBench.mjs'
import { startBench } from './startBench.mjs'
import { writePush } from './writeReport.mjs'

const smoke = process.argv.includes('--smoke')
const bench = await startBench()
try {
  const push = await measurePush(bench, (smoke ? SMOKE : FULL).push)
  console.log(JSON.stringify(push, undefined, 2))
  for (const { name, value, bar, least, met } of checkGates({ push }, { smoke }).filter((gate) =>
    /push|plan|check/.test(gate.name),
  )) {
    console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${value} (${least ? 'at least' : 'at most'} ${bar})`)
    if (!met) process.exitCode = 1
  }
  if (!smoke) await writePush(push)
} finally {
  await bench.close()
}
