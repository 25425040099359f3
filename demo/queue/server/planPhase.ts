import {
  PUSH_PHASES,
  type PushDataRequest,
  type PushFailure,
  type PushResult,
  pushData,
  type ResourceList,
} from '../../../src/push/index'

import { closePhase } from './closePhase'
import { createPostgresLedger } from './createPostgresLedger'
import type { Db } from './JobQueue'
import type { Queues } from './openQueues'
import { MAX_BYTES } from './MAX_BYTES'
import type { PlanJob } from './PlanJob'
import { countRecords } from './QueuedChunk'
import type { Source } from './Source'
import { uuidOf } from './uuidOf'

/** What planning needs. */
export interface Planning<Settings> {
  queues: Queues
  source: Source<Settings>
}

/**
 * Puts the chunks of one phase in the queue, all of them or none: it runs in the transaction that acknowledges the
 * plan. Records that the ledger has as they are stay out. The next phase is planned when these chunks are settled,
 * because its records name those of this one. A customer with one chunk left needs no phases.
 */
export async function planPhase<Settings>(
  db: Db,
  { queues, source }: Planning<Settings>,
  { run, customer_key, phase }: PlanJob,
): Promise<void> {
  const { rows } = await db.query<{
    workspace: string
    settings: Settings
    is_full: boolean
    planned: number | null
  }>(
    `SELECT workspace, settings, is_full, planned FROM seam_stage JOIN seam_run ON seam_run.id = run
     WHERE run = $1 AND customer_key = $2 AND phase = $3 FOR UPDATE OF seam_stage`,
    [run, customer_key, phase],
  )
  const [about] = rows
  // An engine outside the database may be faster than the transaction that asked for this.
  if (!about) throw new Error('The run does not know of this phase yet.')
  // Another planner was faster.
  if (about.planned !== null) return
  const { workspace, settings, is_full } = about
  let unchanged = 0
  const ids = new Set<string>()
  const failed: PushFailure[] = []

  /** Gives the changed records of some phases, request by request. The ledger is only asked: nothing is sent yet. */
  async function read(
    lists: readonly ResourceList[],
    take: (body: PushDataRequest) => unknown,
    signal?: AbortSignal,
  ): Promise<PushResult> {
    const result = await pushData(
      { pushData: async (body) => take(body) },
      source.open(customer_key, lists, settings),
      {
        workspace,
        // Not in the transaction: pushData asks while it sends, and a connection does one thing at a time.
        ledger: { ...createPostgresLedger(queues.pool), set: () => {}, entries: () => [] },
        full: is_full,
        inFlight: 1,
        maxBytes: MAX_BYTES,
        signal,
      },
    )
    if (result.stopped && !signal?.aborted) throw new Error(result.stopped.message)
    return result
  }

  function keep(result: PushResult): void {
    failed.push(...result.failed)
    unchanged += result.ledger.unchanged
  }

  async function send(body: PushDataRequest): Promise<void> {
    const json = JSON.stringify(body)
    const id = uuidOf(run, json)
    const records = countRecords(body)
    // A list that repeats its rows makes the same chunk again. The queue takes it once, so it counts once.
    if (ids.has(id)) {
      unchanged += records
      return
    }
    ids.add(id)
    const chunk = {
      version: 1,
      id,
      run,
      workspace,
      customer_key,
      phase,
      records,
      bytes: Buffer.byteLength(json),
      body: json,
    } as const
    await queues.chunks.send(chunk, db)
  }

  let next = PUSH_PHASES.length
  const rest: PushDataRequest[] = []
  const enough = new AbortController()
  const whole = await read(
    PUSH_PHASES.slice(phase).flat(),
    (body) => {
      if (rest.push(body) > 1) enough.abort()
    },
    enough.signal,
  )
  if (rest.length <= 1) {
    keep(whole)
    for (const body of rest) await send(body)
  } else {
    next = phase
    while (ids.size === 0 && next < PUSH_PHASES.length) {
      keep(await read(PUSH_PHASES[next] ?? [], send))
      next += 1
    }
  }

  if (failed.length > 0) {
    await db.query(
      `INSERT INTO seam_dead (id, run, customer_key, records, reason, failures) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        uuidOf('invalid', run, customer_key, String(phase)),
        run,
        customer_key,
        failed.length,
        'These records are not valid, so they were not put in the queue.',
        JSON.stringify(failed.slice(0, SHOWN)),
      ],
    )
  }
  const following = next < PUSH_PHASES.length ? next : null
  // An engine outside the database keeps chunks of a planner that died, and workers may have sent them. The ledger then
  // leaves their records out of this plan, so its chunks are those and these.
  const { rows: written } = await db.query<{ is_over: boolean }>(
    `UPDATE seam_stage SET next_phase = $4, failed = failed + $5, unchanged = $6,
       planned = settled + $7 - (SELECT count(*) FROM seam_settled WHERE run = $1 AND chunk = ANY($8))
     WHERE run = $1 AND customer_key = $2 AND phase = $3 RETURNING settled >= planned AS is_over`,
    [run, customer_key, phase, following, failed.length, unchanged, ids.size, [...ids]],
  )
  if (written[0]?.is_over) await closePhase(db, queues, { run, customer_key, next: following })
}

/** How many failures of a plan are kept. */
const SHOWN = 100
