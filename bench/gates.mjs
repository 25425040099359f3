/**
 * The gates of a run. `of` reads one number from a run's results. It may be at most, or at least, the bar.
 * Ratios need a quiet machine, so only full runs check them. Every run checks the counts.
 */
export const GATES = [
  ratio('click to frame request, intent / naive', 0.15, (run) => against(run, 'frameRequest', 'intent')),
  ratio('click to frame request, pre-created / naive', 0.15, (run) =>
    against(run, 'frameRequest', 'created'),
  ),
  ratio('click to ready, no intent at all / naive', 1.03, (run) => against(run, 'ready', 'cold')),
  ratio('click to ready, intent / naive', 0.55, (run) => against(run, 'ready', 'intent')),
  ratio('click to ready, prewarmed / naive', 0.05, (run) => against(run, 'ready', 'prewarmed')),
  ratio('click to seen in full, no intent at all / naive', 1.08, (run) => against(run, 'full', 'cold')),
  ratio('click to seen in full, intent / naive', 0.6, (run) => against(run, 'full', 'intent')),
  ratio('click to seen in full, prewarmed / naive', 0.45, (run) => against(run, 'full', 'prewarmed')),
  count(
    'create_portal calls on click after 250 ms of intent',
    0,
    (run) => run.opening?.intent.callsAfterClick,
  ),
  count('create_portal calls with a portal made on the server', 0, (run) => run.opening?.created.calls),
  count('React commits from click to frame, no intent', 2, (run) => run.opening?.cold.commits),
  ...['intent', 'prewarmed', 'created'].map((variant) =>
    count(`React commits from click to frame, ${variant}`, 1, (run) => run.opening?.[variant].commits),
  ),
  ...['cold', 'intent', 'prewarmed', 'created'].flatMap((variant) => [
    count(`frame documents per opening, ${variant}`, 1, (run) => run.opening?.[variant].documents),
    count(`layout shift, ${variant}`, 0, (run) => run.opening?.[variant].shift),
  ]),
  ...['oursFrame', 'oursDialog'].flatMap((subject) => [
    count(`create_portal calls of a StrictMode mount, ${subject}`, 1, (run) => run.staying?.[subject].calls),
    count(`frame documents of a StrictMode mount, ${subject}`, 1, (run) => run.staying?.[subject].documents),
    count(`reloads over 20 renders, ${subject}`, 0, (run) => run.staying?.[subject].rerenders),
    count(`reloads over 6 moves of a sibling, ${subject}`, 0, (run) => run.staying?.[subject].reorder),
    count(`reloads over close and reopen, ${subject}`, 0, (run) => run.staying?.[subject].reopen),
  ]),
  ...['listeners', 'timers', 'observers', 'frames', 'dialogs'].map((kind) =>
    count(`${kind} left after mounting and unmounting`, 0, (run) => run.leaks?.ours[kind]),
  ),
  ratio('mounting 500 launchers / 500 buttons', 2.2, ({ idle }) => idle && idle.launchers / idle.buttons),
  count('requests of 500 idle launchers', 0, (run) => run.idle?.requests),
  count('native listeners of 500 idle launchers', 500, (run) => run.idle?.listeners),
  count('create_portal calls after resting on 5 equal launchers', 1, (run) => run.idle?.calls),
  {
    ...ratio('proxy requests per second / bare forwarder', 0.85, ({ proxy }) => proxy?.ours?.ratio),
    least: true,
  },
  ratio(
    'proxy 99th percentile / bare forwarder',
    1.25,
    ({ proxy }) => proxy?.ours && proxy.ours.p99 / proxy.bare.p99,
  ),
  ratio('push wall time / one monolithic body', 1, ({ push }) => push && push.took / push.tookWhole),
  ratio('push, longest task, ms', 50, ({ push }) => push?.longest),
  ratio('push at 4x throttle, tasks over 50 ms', 0, ({ push }) => push?.longTasksThrottled),
  ratio('checkInSlices at 4x throttle, longest task, ms', 50, ({ push }) => push?.longestCheck),
  {
    ...ratio('push validation on the server / JSON.stringify', 1, ({ push }) => push?.validation),
    least: true,
  },
  ratio('checkCustomerData, time / JSON.stringify', 1.5, ({ push }) => push?.checking),
  count('memory of a plan of 1,000,000 records, MB', 150, ({ push }) => push?.plan?.megabytes),
  count('records that a push in a browser lost', 0, ({ push }) => push && push.records - push.pushed),
  count("eval reports of a push under script-src 'self'", 0, ({ push }) => push?.reports),
  count('sockets busy after 1,000 requests were hung up', 0, (run) => run.proxy?.sockets),
]

/**
 * Checks a run by every gate, or a smoke run by the gates about counts.
 * A gate whose number was not measured is not met.
 */
export function checkGates(run, { smoke = false } = {}) {
  return GATES.filter(({ kind }) => kind === 'count' || !smoke).map(
    ({ name, kind, bar, least = false, of }) => {
      const value = of(run)
      const met = Number.isFinite(value) && (least ? value >= bar : value <= bar)
      return { name, kind, bar, least, value, met }
    },
  )
}

function against({ opening }, measure, variant) {
  return opening && opening[variant][measure].median / opening.naive[measure].median
}

function ratio(name, bar, of) {
  return { name, kind: 'ratio', bar, of }
}

function count(name, bar, of) {
  return { name, kind: 'count', bar, of }
}
