import { recordSurvivors } from './recordSurvivors.mjs'
import { median } from './statistics.mjs'

/** Mounts in one round: the browser's clock ticks every 0.1 ms, and 500 buttons mount in 1.5 ms. */
const MOUNTS = 5

/**
 * Renders 500 launchers and 500 plain buttons in turn. It drops the first rounds, in which the browser compiles the code
 * of both. Returns the times, the native listeners that 500 launchers add, the requests before a pointer is on one, and
 * the calls after a pointer has rested on five of them.
 */
export async function measureIdle(bench, { rounds, dropped }) {
  Object.assign(bench.delays, { token: 20, document: 5, script: 5 })
  const times = await bench.withPage('idle-ours', undefined, async (page) => {
    await page.waitForFunction(() => window.mountAll)
    const took = { buttons: [], launchers: [] }
    for (let round = 0; round < rounds + dropped; round += 1) {
      for (const kind of ['buttons', 'launchers']) {
        const milliseconds = await page.evaluate(mount, [kind, MOUNTS])
        if (round >= dropped) took[kind].push(milliseconds / MOUNTS)
      }
    }
    return took
  })
  bench.forget()
  const counts = await bench.withPage('idle-ours', recordSurvivors, async (page) => {
    await page.waitForFunction(() => window.mountAll)
    const added = (kind) =>
      page.evaluate((which) => {
        const before = window.listenersAdded()
        window.mountAll(which)
        return window.listenersAdded() - before
      }, kind)
    // Not counted: the first root of a page adds React's own listeners.
    await added('buttons')
    const plain = await added('buttons')
    const listeners = (await added('launchers')) - plain
    await page.waitForTimeout(200)
    const requests = bench.host.seen.calls.length + bench.vendor.seen.documents.length
    for (const button of (await page.locator('button').all()).slice(0, 5)) {
      await button.hover()
      await page.waitForTimeout(150)
    }
    return { listeners, requests, calls: bench.host.seen.calls.length }
  })
  return { buttons: median(times.buttons), launchers: median(times.launchers), ...counts }
}

/** Runs in the page. Mounts one kind several times, and returns the whole time. */
function mount([kind, times]) {
  let took = 0
  for (let at = 0; at < times; at += 1) took += window.mountAll(kind)
  return took
}
