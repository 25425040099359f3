import { setTimeout as wait } from 'node:timers/promises'
import { recordOpening } from './recordOpening.mjs'
import { median, spread } from './statistics.mjs'

/** The ways of opening a portal, and how long the pointer rests on the button before the press, in milliseconds. */
export const VARIANTS = {
  naive: { page: 'open-naive', hover: 250 },
  svix: { page: 'open-svix', hover: 250 },
  looker: { page: 'open-looker', hover: 250 },
  superset: { page: 'open-superset', hover: 250 },
  cold: { page: 'open-ours', hover: 0 },
  intent: { page: 'open-ours', hover: 250 },
  prewarmed: { page: 'open-ours', query: '?warm=frame', hover: 700 },
  created: { page: 'open-ours', query: '?created', hover: 250 },
}

/** The delays of the vendor's answers, in milliseconds. */
const DELAYS = { token: 150, document: 60, script: 60 }

/**
 * Opens a portal in every way in turn, many times, each time in a fresh browser context.
 * Returns medians and the spread of the middle half. It drops the first runs, in which the machine warms up.
 */
export async function measureOpening(bench, { repetitions, dropped, delays, variants = VARIANTS }) {
  const names = Object.keys(variants).filter((name) => bench.pages.has(variants[name].page))
  Object.assign(bench.delays, DELAYS, delays)
  const runs = Object.fromEntries(names.map((name) => [name, []]))
  for (let turn = 0; turn < repetitions + dropped; turn += 1) {
    for (const name of names) {
      const run = await openOnce(bench, variants[name])
      if (turn >= dropped) runs[name].push(run)
    }
  }
  return Object.fromEntries(names.map((name) => [name, summary(runs[name])]))
}

async function openOnce(bench, { page: name, query = '', hover }) {
  bench.forget()
  return bench.withPage(name + query, recordOpening, async (page) => {
    const { x, y, width, height } = await page.locator('button').first().boundingBox()
    await page.waitForLoadState('load')
    await page.mouse.move(x + width / 2, y + height / 2)
    if (hover) await wait(hover)
    await page.mouse.down()
    await page.mouse.up()
    await page
      .waitForFunction(() => window.recorded.ready && window.recorded.full)
      .catch(async (cause) => {
        const recorded = JSON.stringify(await page.evaluate(() => window.recorded))
        throw new Error(`${name}${query} opened no visible portal: ${recorded}`, { cause })
      })
    // Wait here, so that a second document or a late layout shift is counted.
    await wait(100)
    const recorded = await page.evaluate(() => window.recorded)
    const { origin, click, commits, frames, ready, usable, full, shift } = recorded
    const pressed = origin + click
    const navigated = Math.max(frames[0], click)
    return {
      frameRequest: bench.vendor.seen.documents[0] - pressed,
      ready: Math.max(ready, usable) - click,
      full: Math.max(ready, full) - click,
      // Ends when the frame gets its address, or when a prewarmed frame is shown.
      commits: commits.filter((at) => at >= click && at <= (frames[0] < click ? usable : navigated)).length,
      calls: bench.host.seen.calls.length,
      callsAfterClick: bench.host.seen.calls.filter((at) => at >= pressed).length,
      documents: bench.vendor.seen.documents.length,
      shift,
    }
  })
}

/** Medians of times and commits, the spread of times, and the highest of the other counts. */
function summary(runs) {
  const all = (measure) => runs.map((run) => run[measure])
  return {
    repetitions: runs.length,
    frameRequest: { median: median(all('frameRequest')), iqr: spread(all('frameRequest')) },
    ready: { median: median(all('ready')), iqr: spread(all('ready')) },
    full: { median: median(all('full')), iqr: spread(all('full')) },
    // On a busy machine, a link may arrive after 250 ms, which adds a commit.
    commits: median(all('commits')),
    calls: Math.max(...all('calls')),
    callsAfterClick: Math.max(...all('callsAfterClick')),
    documents: Math.max(...all('documents')),
    shift: Math.max(...all('shift')),
  }
}
