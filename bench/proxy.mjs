// node bench/proxy.mjs [--soak REQUESTS]: measures only the handler (P7), and writes its table into the docs.
import { loadServer } from './buildAssets.mjs'
import { checkGates } from './gates.mjs'
import { measureProxy } from './measureProxy.mjs'
import { FULL } from './runBench.mjs'
import { writeProxy } from './writeReport.mjs'

const at = process.argv.indexOf('--soak')
const proxy = await measureProxy({
  library: await loadServer(),
  soak: at < 0 ? 0 : Number(process.argv[at + 1]),
  ...FULL.proxy,
})
console.log(JSON.stringify(proxy, undefined, 2))
for (const { name, value, met } of checkGates({ proxy }).filter((gate) => /proxy|hung up/.test(gate.name))) {
  console.log(`${met ? 'met   ' : 'MISSED'} ${name}: ${value}`)
  if (!met) process.exitCode = 1
}
if (proxy.heapGrowth > 1 << 20) {
  console.log(`MISSED memory: ${proxy.heapGrowth} bytes more after ${proxy.soak} requests`)
  process.exitCode = 1
}
if (proxy.ours) await writeProxy(proxy)
