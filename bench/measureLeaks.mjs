import { setTimeout as wait } from 'node:timers/promises'
import { recordSurvivors } from './recordSurvivors.mjs'

/** Shows and takes away a subject, half of the times before its frame has come; gives what is alive after it. */
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
    // Only what the last few turns still do by themselves may end now.
    await wait(500)
    const after = await page.evaluate(() => window.survivors())
    const left = Object.entries(after).map(([kind, count]) => [kind, count - before[kind]])
    return { times, ...Object.fromEntries(left) }
  })
}
