import { measureIdle } from './measureIdle.mjs'
import { measureLeaks } from './measureLeaks.mjs'
import { measureOpening } from './measureOpening.mjs'
import { measureProxy } from './measureProxy.mjs'
import { measurePush } from './measurePush.mjs'
import { measureStaying } from './measureStaying.mjs'
import { startBench } from './startBench.mjs'

/** The number of repetitions of each measurement. */
export const FULL = {
  repetitions: 12,
  dropped: 2,
  times: 100,
  idle: { rounds: 40, dropped: 10 },
  proxy: { rounds: 12, seconds: 1, aborted: 1000 },
  push: { records: 100_000, rounds: 5, planned: 1_000_000, checked: { count: 100_000, turns: 9 } },
}
/** Counts must be the same on a busy machine, so nothing happens close to a click. */
export const SMOKE = {
  repetitions: 2,
  dropped: 0,
  delays: { token: 20 },
  times: 20,
  idle: { rounds: 2, dropped: 0 },
  proxy: { rounds: 0, seconds: 0, aborted: 1000 },
  push: { records: 1200, rounds: 1, planned: 5000, checked: { count: 500, turns: 1 } },
}

/** Measures everything once. Returns the numbers, and the versions and the machine. */
export async function runBench({ smoke = false, peers = true, soak = 0, say = () => {} } = {}) {
  const sizes = smoke ? SMOKE : FULL
  const bench = await startBench({ peers })
  try {
    const each = async (prefix, measure) => {
      const results = {}
      for (const name of [...bench.pages].sort()) {
        if (!name.startsWith(`${prefix}-`) || name.includes('-broken')) continue
        say(name)
        results[name.slice(prefix.length + 1)] = await measure(bench, name, sizes.times)
      }
      return results
    }
    say('openings')
    const opening = await measureOpening(bench, sizes)
    const staying = await each('stay', measureStaying)
    const leaks = await each('leak', measureLeaks)
    say('500 idle launchers')
    const idle = await measureIdle(bench, sizes.idle)
    const chromium = bench.browser.version()
    say('the proxy')
    const proxy = await measureProxy({ library: bench.library, soak, ...sizes.proxy })
    say('pushing')
    const push = await measurePush(bench, sizes.push)
    return { chromium, opening, staying, leaks, idle, proxy, push }
  } finally {
    await bench.close()
  }
}
