import { createAcknowledged } from './createAcknowledged'
import { createProgress, type Progress } from './createProgress'
import { createTraffic } from './createTraffic'
import { LedgerError } from './createLedgerUse'
import type { PushCheckpoint } from './PushCheckpoint'
import { PushClock } from './PushClock'
import type { PushStop } from './PushResult'
import type { ErrorTable } from './readRefusal'
import type { RequestChunk, RequestEntry } from './RequestChunk'
import type { RunOptions } from './RunOptions'
import { type Cargo, type Sending, sendChunk } from './sendChunk'
import type { SourceError } from './SourceError'

/** What a run is made of. */
export interface RunParts<Entry extends RequestEntry, Failure> extends Cargo<Entry, Failure> {
  /** What its sentences call it. */
  name: 'push' | 'deletion'
  post: Sending<Entry, Failure>['post']
  /** How many records there are; undefined when that is unknown. */
  total: number | undefined
  errors: ErrorTable
  /** The vendor has acknowledged these records. */
  onSent: (entries: readonly Entry[]) => Promise<void> | undefined
}

/** One run of requests: their gate, their counts and their end. A push and a deletion are one each. */
export interface Run<Entry extends RequestEntry, Failure> {
  progress: Progress
  /** How many records were acknowledged, in this call or before its checkpoint. */
  readonly sent: number
  failed: Failure[]
  /** Waits while the run is paused or waits; false when it has ended. */
  pass: () => Promise<boolean>
  /** Resolves when the run has ended early. */
  closed: Promise<undefined>
  readonly hasEnded: boolean
  end: (state: 'paused' | 'stopped', why: PushStop) => void
  /** Ends the run for what a host's list or ledger threw. */
  endFor: (thrown: SourceError | LedgerError) => void
  fail: (failures: Failure[], code: PushStop['code']) => void
  /** Counts records that an earlier call had sent. */
  skip: (records: number) => void
  /** Sends a request when it is its turn. Resolves when it is on its way; false when the run has ended. */
  send: (chunk: RequestChunk<Entry>) => Promise<boolean>
  /** Waits for requests in flight, and lets everything go. */
  close: () => Promise<void>
  /** Tells how it ended, for the result. */
  finish: () => { checkpoint: PushCheckpoint; stopped?: PushStop }
}

/** Starts a run. */
export function createRun<Entry extends RequestEntry, Failure extends { path: string; reason: string }>(
  parts: RunParts<Entry, Failure>,
  options: RunOptions,
): Run<Entry, Failure> {
  const { name, total, onSent } = parts
  const { signal, control, inFlight = 2, timeout = 30_000, clock = PushClock } = options
  const acknowledged = createAcknowledged(options.checkpoint)
  const progress = createProgress(clock, total, options.onProgress)
  const ending = new AbortController()
  const ended = ending.signal
  const failed: Failure[] = []
  let sent = 0
  let stop: { state: 'paused' | 'stopped'; why: PushStop } | undefined

  function end(state: 'paused' | 'stopped', why: PushStop): void {
    stop ??= { state, why }
    ending.abort()
  }

  function endFor(thrown: SourceError | LedgerError): void {
    const code = thrown instanceof LedgerError ? 'ledger_failed' : 'source_failed'
    end('stopped', { code, message: thrown.message, cause: thrown.cause })
  }

  function fail(failures: Failure[], code: PushStop['code']): void {
    failed.push(...failures)
    progress.settle(failures.length, failures.length)
    const [first] = failures
    if (options.onFailure !== 'stop' || !first) return
    end('stopped', {
      code,
      message: `${first.path}: ${first.reason}. The ${name} was told to stop at the first record that fails.`,
    })
  }

  const abort = () =>
    end('stopped', { code: 'aborted', message: `The ${name} was aborted by its \`signal\`.` })
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()

  progress.tell()
  const traffic = createTraffic({ clock, progress, control, ended })
  const sending: Sending<Entry, Failure> = {
    ...parts,
    clock,
    timeout,
    traffic,
    ended,
    // The end of a run lets requests in flight finish. Only `signal` aborts them.
    signal: signal ?? new AbortController().signal,
    async onSent(entries, bytes) {
      sent += entries.length
      acknowledged.add(entries)
      progress.settle(entries.length, 0, bytes)
      progress.tell()
      try {
        options.onCheckpoint?.(acknowledged.checkpoint())
      } catch (thrown) {
        // The vendor has acted on the records, whatever the host does with that.
        console.error(thrown)
      }
      await onSent(entries)
    },
    onRefused(failures, code) {
      fail(failures, code)
      progress.tell()
    },
    onHalt: end,
  }

  const flying = new Map<RequestChunk<Entry>, Promise<unknown>>()

  /** Holds a chunk back while there is no room, and while what has to come before its records is on its way. */
  async function waitForTurn(chunk: RequestChunk<Entry>): Promise<boolean> {
    const isEarlier = ({ owner, phases }: RequestChunk<Entry>) =>
      owner === chunk.owner && phases[0] < chunk.phases[1]
    while (!ended.aborted && (flying.size >= inFlight || [...flying.keys()].some(isEarlier))) {
      await Promise.race(flying.values())
    }
    return traffic.pass()
  }

  return {
    progress,
    failed,
    pass: traffic.pass,
    closed: new Promise((resolve) => {
      ended.addEventListener('abort', () => resolve(undefined))
      if (ended.aborted) resolve(undefined)
    }),
    end,
    endFor,
    fail,
    get sent() {
      return sent
    },
    get hasEnded() {
      return ended.aborted
    },
    skip(records) {
      sent += records
      progress.settle(records)
    },
    async send(chunk) {
      if (!(await waitForTurn(chunk))) return false
      const flight = sendChunk(chunk, sending)
        .catch(endFor)
        .finally(() => flying.delete(chunk))
      flying.set(chunk, flight)
      return true
    },
    async close() {
      await Promise.all(flying.values())
      signal?.removeEventListener('abort', abort)
      traffic.close()
    },
    finish() {
      const code = stop?.why.code
      const isOurs = code === undefined || code === 'source_failed' || code === 'ledger_failed'
      progress.enter(stop?.state ?? 'done', isOurs ? undefined : { code })
      return { checkpoint: acknowledged.checkpoint(), ...(stop && { stopped: stop.why }) }
    },
  }
}

/** Says what is wrong with the options of a run. */
export function runProblem({ inFlight = 1 }: RunOptions): string | undefined {
  return inFlight >= 1 ? undefined : '`inFlight` has to be at least 1.'
}
