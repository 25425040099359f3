import { PORTAL_ERRORS } from '../wire/PORTAL_ERRORS'
import { RESOURCE_KEYS } from '../wire/RESOURCE_KEYS'
import { createDeleteChunk, keysFieldOf } from './createDeleteChunk'
import { createDigest } from './createDigest'
import { createLedgerUse, type LedgerError } from './createLedgerUse'
import { createResume } from './createResume'
import { createRun, runProblem } from './createRun'
import type { DeleteClient, DeleteOptions } from './DeleteOptions'
import type { DeleteEntry, DeleteFailure, DeletePlan } from './DeletePlan'
import type { DeleteResult } from './DeleteResult'
import { DELETE_ORDER } from './planDelete'
import { PUSH_PHASES } from './PUSH_PHASES'
import type { Refusal } from './readRefusal'
import type { RequestChunk, RequestEntry } from './RequestChunk'

/**
 * Deletes what a plan says, and nothing else: request by request, with progress, pauses and checkpoints as a push has
 * them. It resolves with what became of every record, also when it was stopped or paused; it rejects with a TypeError
 * only for options and plans it cannot work with. It never sends `customer_keys`.
 *
 * @example
 * const plan = planDelete(result.ledger.vanished)
 * const { deleted, failed } = await deleteData(createPortalClient(), plan, { ledger, workspace: 'production' })
 */
export async function deleteData(
  client: DeleteClient,
  plan: DeletePlan,
  options: DeleteOptions = {},
): Promise<DeleteResult> {
  const problem = inputProblem(client, plan, options)
  if (problem) throw new TypeError(`${problem} Nothing was deleted.`)
  const chunks = readPlan(plan, options)
  const ledger = options.ledger && createLedgerUse(options.ledger, options.workspace ?? '')
  const total = plan.records + plan.failed.length
  let forgotten = 0

  const run = createRun<Deletion, DeleteFailure>(
    {
      name: 'deletion',
      post: (body, call) => client.deleteData?.(body, call),
      total,
      errors: PORTAL_ERRORS,
      fieldOf: ({ place }) => keysFieldOf(place.list),
      divide: (_, entries) => toRequest(entries),
      failureOf,
      onSent: forget,
    },
    options,
  )

  async function forget(entries: readonly Deletion[]): Promise<void> {
    if (!ledger) return
    await ledger.forget(entries)
    forgotten += entries.length
  }

  if (plan.failed.length > 0) run.fail([...plan.failed], 'invalid_input')
  for (const { covered } of chunks) run.skip(covered.length)
  try {
    // The earlier call may have ended between the vendor's answer and the ledger's.
    for (const { covered } of chunks) if (covered.length > 0) await forget(covered)
  } catch (thrown) {
    run.endFor(thrown as LedgerError)
  }
  for (const { waiting } of chunks) {
    if (waiting.length > 0 && !(await run.send(toRequest(waiting)))) break
  }
  await run.close()
  const { sent: deleted, failed } = run
  return {
    deleted,
    failed,
    remaining: total - deleted - failed.length,
    ledger: { forgotten },
    ...run.finish(),
  }
}

/** One record of a deletion on its way. */
interface Deletion extends RequestEntry {
  place: DeleteEntry
  key: string
}

/** The records of one request of a plan. */
interface ReadChunk {
  /** Those that an earlier call deleted. */
  covered: Deletion[]
  waiting: Deletion[]
}

/** Reads the records of a plan, and which of them are deleted already. */
function readPlan({ chunks }: DeletePlan, { checkpoint }: DeleteOptions): ReadChunk[] {
  const resume = createResume(checkpoint)
  const rolling = createDigest()
  let position = 0
  const read: ReadChunk[] = []
  for (const { entries } of chunks) {
    const chunk: ReadChunk = { covered: [], waiting: [] }
    for (const place of entries) {
      resume.arrive(position, rolling.value())
      const from = position
      position += 1
      rolling.add(`${place.list} ${place.key}`)
      const { covered, waiting } = chunk
      const list = resume.covers() ? covered : waiting
      list.push({ place, key: place.key, from, to: position, after: rolling.value() })
    }
    read.push(chunk)
  }
  resume.arrive(position, rolling.value())
  resume.end()
  return read
}

function toRequest(entries: Deletion[]): RequestChunk<Deletion> {
  const { records, bytes, body } = createDeleteChunk(entries.map(({ place }) => place))
  const phases = [entries[0], entries.at(-1)].map((entry) => (entry ? phaseOf(entry) : 0))
  // Keys have no owner upstream, so all requests go by one order.
  return { records, bytes, body, entries, owner: '', phases: phases as [number, number] }
}

/** Stays are the first phase, places the last. */
function phaseOf({ place }: Deletion): number {
  return PUSH_PHASES.length - PUSH_PHASES.findIndex((lists) => lists.includes(place.list))
}

function failureOf({ place }: Deletion, { code }: Refusal, reason: string, path = ''): DeleteFailure {
  const at = `${RESOURCE_KEYS[place.list]}s[${place.index}]${path && `.${path}`}`
  return { ...place, path: at, code, reason }
}

function inputProblem(client: DeleteClient, plan: DeletePlan, options: DeleteOptions): string | undefined {
  if (typeof client?.deleteData !== 'function') {
    return '`client` has no `deleteData`, so there is nothing to delete with. Give `createPortalClient()`, or an object with `deleteData(body, { signal })`.'
  }
  if (![plan?.chunks, plan?.lists, plan?.failed].every(Array.isArray)) {
    return '`plan` is none that planDelete made. Give `planDelete(keys)`.'
  }
  const entries = plan.chunks.flatMap((chunk) => chunk.entries)
  if (entries.length !== plan.records || !entries.every(isEntry) || !isShown(plan.lists, entries)) {
    return '`plan` does not hold what it says: its records differ from its `records` or `lists`, or one is in no list that can be deleted. Make it anew with `planDelete`.'
  }
  if (options.ledger && !options.workspace) {
    return '`ledger` needs `workspace`: records that a test workspace has are not in the real one. Give the id of the workspace, or the endpoint, that the client deletes from.'
  }
  if (options.ledger && entries.some(({ customer_key }) => customer_key === undefined)) {
    return '`ledger` keeps records by customer, and the plan does not say whose they are. Give `customer_key` to planDelete, beside the lists.'
  }
  return runProblem(options)
}

function isEntry(entry: unknown): entry is DeleteEntry {
  const { list, key } = (entry ?? {}) as Partial<DeleteEntry>
  return typeof key === 'string' && !!key.trim() && DELETE_ORDER.includes(list as DeleteEntry['list'])
}

/** Whether a person who saw these lists saw the records that are deleted. */
function isShown(lists: DeletePlan['lists'], entries: readonly DeleteEntry[]): boolean {
  const keys = new Map<string, string[]>()
  for (const { list, key } of entries) {
    const some = keys.get(list)
    if (some) some.push(key)
    else keys.set(list, [key])
  }
  return (
    new Set(lists.map(({ list }) => list)).size === keys.size &&
    lists.every(({ list, records, first }) => {
      const held = keys.get(list)
      return held?.length === records && first.every((key, at) => held[at] === key)
    })
  )
}
