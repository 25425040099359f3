import { callClient, type ClientCall } from './callClient'
import { type Chunk, createPart } from './createChunk'
import type { Traffic } from './createTraffic'
import type { PushFailure } from './PushFailure'
import type { PushStop } from './PushResult'
import type { Refusal } from './readRefusal'
import { failureOf, type ReadRecord } from './readRecord'

/** What sending needs of the push it is part of. */
export interface Sending extends ClientCall {
  traffic: Traffic
  /** Aborts when the push has ended. */
  ended: AbortSignal
  /** The vendor has acknowledged these records. */
  onSent: (entries: readonly ReadRecord[], bytes: number) => Promise<void>
  /** These records were refused for good. */
  onRefused: (failures: PushFailure[], code: Refusal['code']) => void
  /** Nothing more can be sent now. */
  onHalt: (state: 'paused' | 'stopped', stop: PushStop) => void
}

/** How often a request is sent to which nothing answers. */
const TRIES = 5

/** Sends a chunk until each of its records is acknowledged or refused, or the push has ended. */
export async function sendChunk(whole: Chunk, sending: Sending): Promise<void> {
  const parts = [whole]
  for (let chunk = parts.shift(); chunk; chunk = parts.shift()) {
    const refusal = await deliver(chunk, sending)
    if (refusal === 'ended') return
    if (!refusal) {
      await sending.onSent(chunk.entries, chunk.bytes)
      continue
    }
    if (refusal.kind === 'split' && chunk.records > 1) {
      const middle = Math.ceil(chunk.records / 2)
      parts.unshift(
        createPart(chunk, chunk.entries.slice(0, middle)),
        createPart(chunk, chunk.entries.slice(middle)),
      )
      continue
    }
    const { failures, rest } = sortOut(chunk, refusal)
    sending.onRefused(failures, refusal.code)
    if (rest.length > 0) parts.unshift(createPart(chunk, rest))
  }
}

/** Sends one request as often as it takes to get an answer that says something about its records. */
async function deliver(chunk: Chunk, sending: Sending): Promise<Refusal | 'ended' | undefined> {
  const { traffic, clock, ended } = sending
  let tries = 0
  let limited = 0
  while (await traffic.pass()) {
    const refusal = await callClient(chunk.body, sending)
    if (refusal === 'aborted') return 'ended'
    switch (refusal?.kind) {
      case 'wait':
        limited += 1
        traffic.rest(refusal.retryAfter ? refusal.retryAfter * 1000 : Math.min(60_000, 1000 * 2 ** limited))
        break
      case 'halt':
        if (!(await traffic.halt(refusal.code))) return stop('paused', refusal, sending)
        break
      case 'retry':
        tries += 1
        if (tries < TRIES) {
          // Half of it by chance: many browsers that lost one server must not come back at once.
          await clock.wait(Math.min(10_000, 500 * 2 ** tries) * (0.5 + Math.random() / 2), ended)
        } else {
          tries = 0
          if (!(await traffic.halt(refusal.code))) return stop('stopped', refusal, sending)
        }
        break
      default:
        return refusal
    }
  }
  return 'ended'
}

function stop(state: 'paused' | 'stopped', { code, message }: Refusal, { onHalt }: Sending): 'ended' {
  const why =
    state === 'paused'
      ? 'Nobody is signed in at the backend, so nothing more is sent. Sign in, and push again with the `checkpoint` of this result.'
      : `The backend did not answer, ${TRIES} times in a row. Records without an answer are in \`remaining\`. Push again with the \`checkpoint\` of this result.`
  onHalt(state, { code, message: `${why} (${message})` })
  return 'ended'
}

/** Tells apart the records that a refusal names and those it was not about; all are meant when it names none. */
function sortOut(chunk: Chunk, refusal: Refusal): { failures: PushFailure[]; rest: ReadRecord[] } {
  const failures: PushFailure[] = []
  const rest: ReadRecord[] = []
  const counts = new Map<string, number>()
  for (const entry of chunk.entries) {
    const { list } = entry.place
    const index = counts.get(list) ?? 0
    counts.set(list, index + 1)
    const fault = refusal.faults.get(`${list}[${index}]`)
    if (fault) failures.push(failureOf(entry, fault.reason, fault.path))
    else rest.push(entry)
  }
  if (failures.length > 0) return { failures, rest }
  return { failures: chunk.entries.map((entry) => failureOf(entry, refusal.message)), rest: [] }
}
