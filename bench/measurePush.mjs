import { execFile } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { makeData, makeRows } from './pushRows.mjs'
import { median } from './statistics.mjs'

const run = promisify(execFile)

/**
 * Pushes records from a browser beside one that sends them as one body and one that only sends, at full speed and on a throttled processor;
 * plans a million records; and compares checking with writing JSON, in this process. Those that are compared take turns.
 */
export async function measurePush(bench, { records, rounds, planned, checked }) {
  const ours = { plain: [], throttled: [] }
  const whole = []
  const sending = []
  const checks = []
  for (let round = 0; round < rounds; round += 1) {
    ours.plain.push(await pushOnce(bench, 'push-ours', records, 1))
    whole.push(await pushOnce(bench, 'push-monolithic', records, 1))
    sending.push(await pushOnce(bench, 'push-sendOnly', records, 1))
    ours.throttled.push(await pushOnce(bench, 'push-ours', records, 4))
    checks.push(await pushOnce(bench, 'push-ours', records, 4, 'check'))
  }
  const all = [...ours.plain, ...ours.throttled]
  return {
    records,
    pushed: Math.min(...all.map(({ pushed }) => pushed)),
    reports: Math.max(...[...all, ...checks].map(({ reports }) => reports)),
    took: median(ours.plain.map(({ took }) => took)),
    tookWhole: median(whole.map(({ took }) => took)),
    tookSending: median(sending.map(({ took }) => took)),
    tookThrottled: median(ours.throttled.map(({ took }) => took)),
    longest: longestOf(ours.plain),
    longestThrottled: longestOf(ours.throttled),
    longestCheck: longestOf(checks),
    longestWhole: longestOf(whole),
    longTasksThrottled: median(ours.throttled.map(({ longTasks }) => longTasks)),
    busy: median(ours.plain.map(({ busy }) => busy)),
    busyWhole: median(whole.map(({ busy }) => busy)),
    ...compareChecks(bench.engine, checked),
    plan: await planOnce(bench.engine, planned),
  }
}

/** In the middle of the rounds: another process on the machine can hold up any one of them. */
function longestOf(runs) {
  return median(runs.map(({ longest }) => longest))
}

/** Does a job of a page, and gives what it took of the page's main thread besides. */
export async function pushOnce(bench, name, records, rate, what = 'push') {
  return bench.withPage(name, undefined, async (page) => {
    await page.waitForFunction(() => window.push)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    await bench.browser.startTracing(page, { categories: CATEGORIES })
    const outcome = await page.evaluate(([job, count]) => window[job](count), [what, records])
    const { traceEvents } = JSON.parse(String(await bench.browser.stopTracing()))
    return { ...outcome, ...tasksOf(traceEvents) }
  })
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
]

/**
 * Reads the tasks between the page's two marks. Their time is that of their thread, in milliseconds: on the clock of
 * the wall, a busy machine makes long tasks of short ones.
 */
function tasksOf(events) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes('user_timing'))
  const [start, end] = [mark('bench-start'), mark('bench-end')]
  const times = []
  let until = start.ts
  for (const { ts, dur, tdur = 0 } of events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === start.pid && tid === start.tid)
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur)) {
    // A task inside another one is part of that one's time.
    if (ts + dur <= until || ts >= end.ts) continue
    until = ts + dur
    times.push(tdur / 1000)
  }
  return {
    longest: Math.max(...times),
    longTasks: times.filter((time) => time > 50).length,
    busy: times.reduce((sum, time) => sum + time, 0),
  }
}

/** The best of many short turns each: a busy machine makes single ones longer and none shorter. */
function compareChecks({ planPushData, checkCustomerData }, { count, turns }) {
  const rows = makeRows(count)
  const requests = []
  for (let at = 0; at < count; at += 500)
    requests.push({ customer_key: 'hotel_1', reservations: rows.slice(at, at + 500) })
  const whole = makeData(count)
  const best = bestOf(turns, {
    write: () => requests.forEach((request) => JSON.stringify(request)),
    validate: () => requests.forEach((request) => planPushData(request)),
    writeWhole: () => JSON.stringify(whole),
    check: () => checkCustomerData(whole),
  })
  return { validation: best.write / best.validate, checking: best.check / best.writeWhole }
}

function bestOf(turns, jobs) {
  const best = {}
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, job] of Object.entries(jobs)) {
      const began = performance.now()
      job()
      best[name] = Math.min(best[name] ?? Infinity, performance.now() - began)
    }
  }
  return best
}

async function planOnce({ path }, count) {
  const script = fileURLToPath(new URL('planMemory.mjs', import.meta.url))
  const { stdout } = await run(process.execPath, [script, pathToFileURL(path).href, String(count)])
  return JSON.parse(stdout)
}
