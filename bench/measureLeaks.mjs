import { setTimeout as wait } from 'node:timers/promises'
import { recordSurvivors } from './recordSurvivors.mjs'

/** Mounts and unmounts a subject many times, half of them before its frame is there. Returns what is left. */
export async function measureLeaks(bench, name, times) {
  Object.assign(bench.delays, { token: 0, document: 0, script: 0 })
  return bench.withPage(name, recordSurvivors, async (page) => {
    await page.waitForFunction(() => window.show)
    const before = await page.evaluate(() => window.survivors())
    for (let turn = 0; turn < times; turn += 1) {
      await page.evaluate(() => window.show(true))
      if (turn % 2 === 0) await page.waitForSelector('iframe', { state: 'attached' })
      await page.evaluate(() => window.show(false))
    }
    // Work of the last few rounds may still end by itself.
    await wait(500)
    const after = await page.evaluate(() => window.survivors())
    const left = Object.entries(after).map(([kind, count]) => [kind, count - before[kind]])
    return { times, ...Object.fromEntries(left) }
  })
}
