import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds without an event after which a page counts as settled. Answers take much less here. */
const QUIET = 300

/**
 * Mounts a portal in a development build under StrictMode. Then it renders 20 times with new inline values, moves a
 * sibling six times, and closes and opens the portal. Returns the calls and frame documents of the mount, and the
 * documents that each of these steps has caused.
 */
export async function measureStaying(bench, name) {
  bench.forget()
  Object.assign(bench.delays, { token: 20, document: 5, script: 5 })
  const { documents } = bench.vendor.seen
  return bench.withPage(name, undefined, async (page) => {
    const settle = async () => {
      for (let before = -1; before !== documents.length; ) {
        before = documents.length
        await wait(QUIET)
      }
      return documents.length
    }
    const disturb = (change) => page.evaluate((next) => window.disturb(next), change)
    const cost = async (disturbance) => {
      const before = documents.length
      await disturbance()
      return (await settle()) - before
    }
    await page.waitForSelector('iframe[src]')
    await settle()
    const mount = { calls: bench.host.seen.calls.length, documents: documents.length }
    const rerenders = await cost(async () => {
      for (let tick = 1; tick <= 20; tick += 1) await disturb({ tick })
    })
    const reorder = await cost(async () => {
      for (let move = 1; move <= 6; move += 1) {
        await disturb({ turned: move % 2 === 1 })
        await settle()
      }
    })
    const reopen = await cost(async () => {
      await disturb({ open: false })
      await settle()
      await disturb({ open: true })
    })
    return { ...mount, rerenders, reorder, reopen }
  })
}
