import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Bench,
  checkGates,
  GATES,
  measureLeaks,
  measureOpening,
  measureStaying,
  pushOnce,
  type Run,
  runBench,
  startBench,
} from '../../bench/index.mjs'

/** Returns the gates that a run has not met. */
function missed(run: Run) {
  return checkGates(run)
    .filter(({ met, value }) => value !== undefined && !met)
    .map(({ name }) => name)
}

describe('the bench', () => {
  // Without peers, which only `npm run bench` installs: this library and the plain page, twice each.
  it('meets every gate about counts, in a smoke run', { timeout: 120_000 }, async () => {
    const verdicts = checkGates(await runBench({ smoke: true, peers: false }), { smoke: true })
    expect(verdicts.length).toBeGreaterThan(20)
    // Commits depend on whether the link has arrived before the click. Two repetitions cannot guarantee that.
    expect(verdicts.filter(({ met, name }) => !met && !name.startsWith('React commits'))).toEqual([])
  })
})

describe('the gates', () => {
  let bench: Bench
  beforeAll(async () => {
    bench = await startBench()
  })
  afterAll(() => bench.close())

  it('find an address that changes with each render', async () => {
    const page = await measureStaying(bench, 'stay-brokenSrc')
    expect(missed({ staying: { oursFrame: page, oursDialog: {} } })).toContain(
      'reloads over 20 renders, oursFrame',
    )
  })

  it('find a second create in StrictMode, and a reload on reopening', async () => {
    const page = await measureStaying(bench, 'stay-naive')
    const names = missed({ staying: { oursFrame: {}, oursDialog: page } })
    expect(names).toContain('create_portal calls of a StrictMode mount, oursDialog')
    expect(names).toContain('reloads over close and reopen, oursDialog')
  })

  it('find a listener, timer or observer that is not removed', async () => {
    const ours = await measureLeaks(bench, 'leak-broken', 3)
    expect(missed({ leaks: { ours } })).toEqual(
      ['listeners', 'timers', 'observers', 'frames'].map(
        (kind) => `${kind} left after mounting and unmounting`,
      ),
    )
  })

  it('find a call that starts at the click, a frame that shifts the layout, and times without a gain over no library', async () => {
    const plain = { page: 'open-naive', hover: 250 }
    const variants = { naive: plain, cold: plain, intent: plain, prewarmed: plain, created: plain }
    const names = missed({ opening: await measureOpening(bench, { repetitions: 1, dropped: 0, variants }) })
    expect(names).toContain('create_portal calls on click after 250 ms of intent')
    expect(names).toContain('create_portal calls with a portal made on the server')
    expect(names).toContain('React commits from click to frame, intent')
    expect(names).toContain('layout shift, intent')
    expect(names).toContain('click to frame request, intent / naive')
    expect(names).toContain('click to ready, prewarmed / naive')
  })

  it('find a push that evaluates code, works in one piece and loses records', async () => {
    const run = await pushOnce(bench, 'push-broken', 10, 1)
    expect(run.reports).toBe(1)
    const push = {
      ...run,
      records: 10,
      tookWhole: Infinity,
      longTasksThrottled: run.longTasks,
      longestCheck: run.longest,
    }
    expect(missed({ push } as unknown as Run)).toEqual([
      'push, longest task, ms',
      'push at 4x throttle, tasks over 50 ms',
      'checkInSlices at 4x throttle, longest task, ms',
      'records that a push in a browser lost',
      "eval reports of a push under script-src 'self'",
    ])
  })

  it('are not met by a missing measurement', () => {
    expect(checkGates({}).filter(({ met }) => met)).toEqual([])
    expect(checkGates({})).toHaveLength(GATES.length)
  })

  it('judge an opening by when it is seen in full, beside when it is ready', () => {
    const none = { median: undefined }
    const times = (full: number) => ({ frameRequest: none, ready: none, full: { median: full } })
    const run = (cold: number, intent: number, prewarmed: number) => {
      const opening = {
        naive: times(1000),
        cold: times(cold),
        intent: times(intent),
        prewarmed: times(prewarmed),
        created: times(0),
      }
      return missed({ opening } as unknown as Run).filter((name) => name.includes('in full'))
    }
    expect(run(1080, 600, 450)).toEqual([])
    expect(run(1081, 601, 451)).toEqual([
      'click to seen in full, no intent at all / naive',
      'click to seen in full, intent / naive',
      'click to seen in full, prewarmed / naive',
    ])
  })

  it('judge how long launchers take to mount beside buttons', () => {
    expect(missed({ idle: { launchers: 2.2, buttons: 1 } })).toEqual([])
    expect(missed({ idle: { launchers: 2.21, buttons: 1 } })).toEqual([
      'mounting 500 launchers / 500 buttons',
    ])
  })

  it('compare the proxy with a bare forwarder', () => {
    const bare = { requests: 1000, p99: 10 }
    const run = (requests: number, p99: number, sockets: number) =>
      missed({ proxy: { bare, ours: { requests, ratio: requests / bare.requests, p99 }, sockets } })
    expect(run(850, 12.5, 0)).toEqual([])
    expect(run(849, 12.6, 1)).toEqual([
      'proxy requests per second / bare forwarder',
      'proxy 99th percentile / bare forwarder',
      'sockets busy after 1,000 requests were hung up',
    ])
  })
})
