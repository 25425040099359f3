import { createPart } from './createChunk'
import { createLedgerUse, LedgerError } from './createLedgerUse'
import { createResume } from './createResume'
import { createRun, runProblem } from './createRun'
import { createSlicer } from './createSlicer'
import { createValidator } from './createValidator'
import { planChunks } from './planChunks'
import { readLimits } from './planPush'
import { PushClock } from './PushClock'
import type { PushFailure } from './PushFailure'
import type { PushClient, PushOptions } from './PushOptions'
import type { PushResult } from './PushResult'
import type { PushInput } from './PushSource'
import { countRecords, keyFault } from './readCustomers'
import { failureOf, type ReadRecord } from './readRecord'
import type { ErrorTable } from './readRefusal'
import { SourceError } from './SourceError'

// The hook that pushes loads both with one import.
export { createPushControl } from './createPushControl'

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
  const resume = createResume(options.checkpoint)
  const ledger = options.ledger && createLedgerUse(options.ledger, options.workspace ?? '')
  const validate = await createValidator()
  const total = countRecords(data)
  const slicer = createSlicer(options.clock ?? PushClock)
  const vanished: PushResult['ledger']['vanished'] = []
  const count = { read: 0, unchanged: 0 }
  let isWhole = false

  const run = createRun<ReadRecord, PushFailure>(
    {
      name: 'push',
      post: (body, call) => client.pushData?.(body as never, call),
      total,
      errors,
      fieldOf: ({ place }) => place.list,
      divide: createPart,
      failureOf: (entry, { code }, reason, path) => failureOf(entry, reason, path, code),
      onSent: (entries) => ledger?.keep(entries),
    },
    options,
  )
  const chunks = planChunks(data, {
    ...limits,
    validate,
    resume,
    isDue: slicer.isOver,
    async breathe() {
      await slicer.yield()
      return run.pass()
    },
    onFailed: (failure) => run.fail([failure], 'invalid_input'),
    onAcknowledged: () => run.skip(1),
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
          run.progress.skip(unchanged)
          if (unchanged > 0) run.progress.tell()
          return changed
        },
      }),
    async onCustomerRead(customerKey, lists) {
      if (ledger) vanished.push(...(await ledger.vanishedOf(customerKey, lists)))
    },
  })

  try {
    for (;;) {
      // A list may never give its next record; an abort does not wait for it.
      const step = await Promise.race([chunks.next(), run.closed])
      if (!step || step.done || run.hasEnded) {
        isWhole = !!step?.done && !run.hasEnded
        break
      }
      if (!(await run.send(step.value))) break
    }
  } catch (thrown) {
    if (!(thrown instanceof SourceError || thrown instanceof LedgerError)) {
      run.end('stopped', { code: 'invalid_input', message: '' })
      run.finish()
      throw thrown
    }
    await run.close()
    run.endFor(thrown)
  } finally {
    // Not waited for: it ends when the list it reads gives its next record.
    void chunks.return().catch(() => {})
    await run.close()
  }

  const { sent: pushed, failed } = run
  const all = total ?? (isWhole ? count.read : undefined)
  if (all !== undefined) run.progress.setTotal(all)
  return {
    pushed,
    failed,
    remaining: all === undefined ? undefined : all - pushed - count.unchanged - failed.length,
    ledger: { unchanged: count.unchanged, vanished },
    ...run.finish(),
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
  return runProblem(options)
}
