/** How often each kind of event happened. */
export type Counts = Record<string, number>

/** A way of opening a portal: median times in milliseconds, and the highest counts. */
export interface Opening {
  frameRequest: { median: number; iqr: number }
  ready: { median: number; iqr: number }
  full: { median: number; iqr: number }
  commits: number
  calls: number
  callsAfterClick: number
  documents: number
  shift: number
}

/** The results for pushing. Times are in milliseconds. */
export interface PushRun {
  records: number
  pushed: number
  reports: number
  took: number
  tookWhole: number
  longest: number
  longTasksThrottled: number
  longestCheck: number
  validation: number
  checking: number
  plan: { records: number; megabytes: number }
}

/** The results of a run. A part that was not measured is missing. */
export interface Run {
  chromium?: string
  opening?: Record<string, Opening>
  staying?: Record<string, Counts>
  leaks?: Record<string, Counts>
  idle?: Counts
  proxy?: { sockets: number; ours?: Counts; bare?: Counts; timed?: Counts; unguarded?: Counts }
  push?: PushRun
}

/** The result of a gate. */
export interface Verdict {
  name: string
  kind: 'ratio' | 'count'
  bar: number
  least: boolean
  value: number | undefined
  met: boolean
}

/** A running vendor, host and browser. */
export interface Bench {
  pages: ReadonlySet<string>
  close: () => Promise<void>
}

export const GATES: readonly { name: string; kind: 'ratio' | 'count'; bar: number }[]
export function checkGates(run: Run, options?: { smoke?: boolean }): Verdict[]
export function startBench(options?: { peers?: boolean }): Promise<Bench>
export function runBench(options?: { smoke?: boolean; peers?: boolean; soak?: number }): Promise<Run>
export function measureStaying(bench: Bench, page: string): Promise<Counts>
export function measureLeaks(bench: Bench, page: string, times: number): Promise<Counts>
export function pushOnce(
  bench: Bench,
  page: string,
  records: number,
  throttle: number,
): Promise<{ pushed: number; reports: number; longest: number; longTasks: number }>
export function measureOpening(
  bench: Bench,
  options: {
    repetitions: number
    dropped: number
    delays?: { token?: number; document?: number; script?: number }
    variants?: Record<string, { page: string; query?: string; hover: number }>
  },
): Promise<Record<string, Opening>>
