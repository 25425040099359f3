import type { ResourceList } from '../wire/RESOURCE_KEYS'
import { addedBytes, type Chunk, createChunk, emptyBytes } from './createChunk'
import { createDigest } from './createDigest'
import type { Resume } from './createResume'
import type { Validator } from './createValidator'
import { openList } from './openList'
import type { PushFailure } from './PushFailure'
import type { PushInput, PushSource } from './PushSource'
import { PUSH_PHASES } from './PUSH_PHASES'
import { keyFault, readCustomers } from './readCustomers'
import { failureOf, type ReadRecord, readRecord } from './readRecord'
import { SourceError } from './SourceError'

/** The callbacks of a plan. */
export interface ChunkPlan {
  maxRecords: number
  maxBytes: number
  /** Checks each record; without it every record that can be written goes out. */
  validate: Validator | undefined
  /** Where an earlier push stopped. */
  resume: Resume
  /** Whether it is time to let others work. */
  isDue: () => boolean
  /** Lets others work; false ends the plan. */
  breathe: () => Promise<boolean>
  /** A record that cannot be sent. */
  onFailed: (failure: PushFailure) => void
  /** A record that an earlier push had acknowledged. */
  onAcknowledged: () => void
  /** Every record, once, as soon as it is read; with its key where it has one. */
  onRead?: (list: ResourceList, key: string | undefined) => void
  /** Says of each record whether it has to be sent; those others are done. */
  select?: (records: readonly ReadRecord[]) => Promise<readonly boolean[]>
  /** All lists of a customer were read to their ends. */
  onCustomerRead?: (customerKey: string, lists: readonly ResourceList[]) => Promise<void>
}

/** How many records a ledger is asked about at once. */
const BATCH = 500

/** Cuts data into chunks: the one walk over the data that planPush and pushData share. */
export async function* planChunks(input: PushInput, plan: ChunkPlan): AsyncGenerator<Chunk, void, void> {
  const { resume } = plan
  const rolling = createDigest()
  let position = 0
  let fingerprint = rolling.value()
  let owner = ''
  let entries: ReadRecord[] = []
  let bytes = 0
  let batch: ReadRecord[] = []
  const ready: Chunk[] = []
  let ended = false

  function cut(): void {
    if (entries.length > 0) ready.push(createChunk(owner, entries, bytes))
    entries = []
  }

  function take(entry: ReadRecord): void {
    let added = addedBytes(entry, entries.at(-1))
    if (entries.length >= plan.maxRecords || (entries.length > 0 && bytes + added > plan.maxBytes)) cut()
    const last = entries.at(-1)
    if (last) {
      // What was left out between the two is settled as soon as both are.
      entry.from = last.to
    } else {
      bytes = emptyBytes(owner)
      added = addedBytes(entry, undefined)
    }
    entries.push(entry)
    bytes += added
  }

  async function settle(): Promise<void> {
    const waiting = batch
    batch = []
    if (waiting.length === 0) return
    const wanted = (await plan.select?.(waiting)) ?? []
    for (const [at, entry] of waiting.entries()) if (wanted[at]) take(entry)
  }

  async function arrive(): Promise<boolean> {
    const before = resume.covers()
    resume.arrive(position, fingerprint)
    if (resume.covers() && !before) {
      await settle()
      cut()
    }
    return resume.covers()
  }

  function read(
    list: ResourceList,
    index: number,
    value: unknown,
    fault: string | undefined,
  ): ReadRecord | undefined {
    const record = readRecord({ customer_key: owner, list, index }, value, plan.validate)
    const fails = 'reason' in record
    plan.onRead?.(list, record.key)
    rolling.addValue(fails ? 0 : record.hash)
    position += 1
    fingerprint = rolling.value()
    if (!fails && fault === undefined) return record
    plan.onFailed(fails ? record : { ...failureOf(record, fault ?? ''), path: 'customer_key' })
    return undefined
  }

  async function* readList(source: PushSource, list: ResourceList, fault: string | undefined) {
    const records = openList(source[list])
    if (!records)
      throw new TypeError(`\`${list}\` is no list. Nothing of it was sent. Give an array or an iterable.`)
    let done = false
    try {
      for (let index = 0; ; index += 1) {
        let step: IteratorResult<unknown>
        try {
          const given = records.next()
          step = given instanceof Promise ? await given : given
        } catch (cause) {
          done = true
          await settle()
          cut()
          if (!resume.isUnproven()) yield* ready.splice(0)
          throw new SourceError(`${list}[${index}]`, cause)
        }
        if (step.done) {
          done = true
          return
        }
        // Only a checkpoint asks to look back.
        const covered = resume.isUnproven() && (await arrive())
        const from = position
        const record = read(list, index, step.value, fault)
        if (record && covered) plan.onAcknowledged()
        else if (record) {
          record.from = from
          record.to = position
          record.after = fingerprint
          if (!plan.select) take(record)
          else if (batch.push(record) >= BATCH) await settle()
        }
        if (ready.length > 0 && !resume.isUnproven()) yield* ready.splice(0)
        if (plan.isDue() && !(await plan.breathe())) {
          ended = true
          return
        }
      }
    } finally {
      if (!done) await records.close()
    }
  }

  for await (const source of readCustomers(input)) {
    owner = source.customer_key
    const fault = keyFault(owner)
    const lists = PUSH_PHASES.flat().filter((list) => source[list] !== undefined)
    for (const list of lists) {
      yield* readList(source, list, fault)
      if (ended) return
    }
    if (resume.isUnproven()) await arrive()
    await settle()
    cut()
    if (!resume.isUnproven()) yield* ready.splice(0)
    await plan.onCustomerRead?.(owner, lists)
  }
  resume.end()
}
