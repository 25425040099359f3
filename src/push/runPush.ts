import { type Acknowledged, createAcknowledged } from './createAcknowledged'
import type { Chunk } from './createChunk'
import { createLedgerUse, LedgerError } from './createLedgerUse'
import { createProgress } from './createProgress'
import { createResume } from './createResume'
import { createSlicer } from './createSlicer'
import { createTraffic } from './createTraffic'
import { createValidator } from './createValidator'
import { planChunks } from './planChunks'
import { readLimits } from './planPush'
import { PushClock } from './PushClock'
import type { PushFailure } from './PushFailure'
import type { PushClient, PushOptions } from './PushOptions'
import type { PushResult, PushStop } from './PushResult'
import type { PushInput } from './PushSource'
import { countRecords, keyFault } from './readCustomers'
import { type Sending, sendChunk } from './sendChunk'
import type { ErrorTable } from './readRefusal'
import { SourceError } from './SourceError'

/** What `pushData` does, with the table of errors given: a page that has it already loads it once. */
export async function runPush(
  client: PushClient,
  data: PushInput,
  options: PushOptions,
  errors: ErrorTable,
): Promise<PushResult> {
  const problem = inputProblem(client, data, options)
  if (problem) throw new TypeError(`${problem} Nothing was sent.`)
  const limits = readLimits(options)
  const { signal, control, inFlight = 2, timeout = 30_000, clock = PushClock } = options
  const resume = createResume(options.checkpoint)
  const acknowledged = createAcknowledged(options.checkpoint)
  const ledger = options.ledger && createLedgerUse(options.ledger, options.workspace ?? '')
  const validate = await createValidator()
  const total = countRecords(data)
  const progress = createProgress(clock, total, options.onProgress)
  const slicer = createSlicer(clock)
  const ending = new AbortController()
  const ended = ending.signal
  const failed: PushFailure[] = []
  const vanished: PushResult['ledger']['vanished'] = []
  const count = { read: 0, pushed: 0, unchanged: 0 }
  let stop: { state: 'paused' | 'stopped'; why: PushStop } | undefined
  let isWhole = false

  function end(state: 'paused' | 'stopped', why: PushStop): void {
    stop ??= { state, why }
    ending.abort()
  }

  function fail(failures: PushFailure[], code: PushStop['code']): void {
    failed.push(...failures)
    progress.settle(failures.length, failures.length)
    const [first] = failures
    if (options.onFailure !== 'stop' || !first) return
    end('stopped', {
      code,
      message: `${first.path}: ${first.reason}. The push was told to stop at the first record that fails.`,
    })
  }

  const abort = () => end('stopped', { code: 'aborted', message: 'The push was aborted by its `signal`.' })
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()

  progress.tell()
  const traffic = createTraffic({ clock, progress, control, ended })
  const sending: Sending = {
    client,
    errors,
    clock,
    timeout,
    traffic,
    ended,
    // The end of a push lets requests in flight finish. Only `signal` aborts them.
    signal: signal ?? new AbortController().signal,
    async onSent(entries, bytes) {
      count.pushed += entries.length
      acknowledged.add(entries)
      progress.settle(entries.length, 0, bytes)
      progress.tell()
      tellCheckpoint(acknowledged, options)
      await ledger?.keep(entries)
    },
    onRefused(failures, code) {
      fail(failures, code)
      progress.tell()
    },
    onHalt: end,
  }

  const chunks = planChunks(data, {
    ...limits,
    validate,
    resume,
    isDue: slicer.isOver,
    async breathe() {
      await slicer.yield()
      return traffic.pass()
    },
    onFailed: (failure) => fail([failure], 'invalid_input'),
    onAcknowledged() {
      count.pushed += 1
      progress.settle(1)
    },
    onRead(list, key) {
      count.read += 1
      ledger?.see(list, key)
    },
    ...(ledger &&
      !options.full && {
        async select(records) {
          const changed = await ledger.select(records)
          const unchanged = changed.filter((isChanged) => !isChanged).length
          count.unchanged += unchanged
          progress.skip(unchanged)
          if (unchanged > 0) progress.tell()
          return changed
        },
      }),
    async onCustomerRead(customerKey, lists) {
      if (ledger) vanished.push(...(await ledger.vanishedOf(customerKey, lists)))
    },
  })

  const flying = new Map<Chunk, Promise<void>>()
  const closed = new Promise<undefined>((resolve) => {
    ended.addEventListener('abort', () => resolve(undefined))
    if (ended.aborted) resolve(undefined)
  })

  /** Holds a chunk back while there is no room, and while what its records refer to is still on its way. */
  async function waitForTurn(chunk: Chunk): Promise<boolean> {
    const isEarlier = ({ body, phases }: Chunk) =>
      body.customer_key === chunk.body.customer_key && phases[0] < chunk.phases[1]
    while (!ended.aborted && (flying.size >= inFlight || [...flying.keys()].some(isEarlier))) {
      await Promise.race(flying.values())
    }
    return traffic.pass()
  }

  try {
    for (;;) {
      // A list may never give its next record; an abort does not wait for it.
      const step = await Promise.race([chunks.next(), closed])
      if (!step || step.done || ended.aborted) {
        isWhole = !!step?.done && !ended.aborted
        break
      }
      const chunk = step.value
      if (!(await waitForTurn(chunk))) break
      const flight = sendChunk(chunk, sending)
        .catch((thrown: unknown) => end('stopped', stopOf(thrown)))
        .finally(() => flying.delete(chunk))
      flying.set(chunk, flight)
    }
  } catch (thrown) {
    if (!(thrown instanceof SourceError || thrown instanceof LedgerError)) {
      end('stopped', { code: 'invalid_input', message: '' })
      progress.enter('stopped', { code: 'invalid_input' })
      throw thrown
    }
    const why = stopOf(thrown)
    await Promise.all(flying.values())
    end('stopped', why)
  } finally {
    // Not waited for: it ends when the list it reads gives its next record.
    void chunks.return().catch(() => {})
    await Promise.all(flying.values())
    signal?.removeEventListener('abort', abort)
    traffic.close()
  }

  const settled = count.pushed + count.unchanged + failed.length
  const all = total ?? (isWhole ? count.read : undefined)
  if (all !== undefined) progress.setTotal(all)
  progress.enter(stop?.state ?? 'done', stop && codeOf(stop.why))
  return {
    pushed: count.pushed,
    failed,
    remaining: all === undefined ? undefined : all - settled,
    checkpoint: acknowledged.checkpoint(),
    ledger: { unchanged: count.unchanged, vanished },
    ...(stop && { stopped: stop.why }),
  }
}

function inputProblem(client: PushClient, data: PushInput, options: PushOptions): string | undefined {
  if (typeof client?.pushData !== 'function') {
    return '`client` has no `pushData`, so there is nothing to send with. Give `createPortalClient()`, or an object with `pushData(body, { signal })`.'
  }
  if (data === null || typeof data !== 'object') {
    return '`data` is no object. Give `{ customer_key, reservations, … }`, or an iterable of such.'
  }
  const fault = 'customer_key' in data ? keyFault(data.customer_key) : undefined
  if (fault) return `\`customer_key\`: ${fault}.`
  if (options.ledger && !options.workspace) {
    return '`ledger` needs `workspace`: records that a test workspace has are not in the real one. Give the id of the workspace, or the endpoint, that the client sends to.'
  }
  if (!((options.inFlight ?? 1) >= 1)) return '`inFlight` has to be at least 1.'
  return undefined
}

function stopOf(thrown: unknown): PushStop {
  const code = thrown instanceof LedgerError ? 'ledger_failed' : 'source_failed'
  const { message, cause } = thrown as Error
  return { code, message, cause }
}

function codeOf({ code }: PushStop) {
  return code === 'source_failed' || code === 'ledger_failed' ? undefined : { code }
}

function tellCheckpoint(acknowledged: Acknowledged, { onCheckpoint }: PushOptions): void {
  try {
    onCheckpoint?.(acknowledged.checkpoint())
  } catch (thrown) {
    // The records are with the vendor, whatever the host does with that.
    console.error(thrown)
  }
}
