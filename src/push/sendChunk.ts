import { callClient, type ClientCall } from './callClient'
import type { Traffic } from './createTraffic'
import type { PushStop } from './PushResult'
import type { Refusal } from './readRefusal'
import type { RequestChunk, RequestEntry } from './RequestChunk'

/** How the records of a run are named, divided and reported. */
export interface Cargo<Entry extends RequestEntry, Failure> {
  /** The list of the body that the record is in. */
  fieldOf: (entry: Entry) => string
  /** Makes a request of some of another one's records. */
  divide: (chunk: RequestChunk<Entry>, entries: Entry[]) => RequestChunk<Entry>
  /** Reports a record as failed. */
  failureOf: (entry: Entry, refusal: Refusal, reason: string, path?: string) => Failure
}

/** What sending needs of the run it is part of. */
export interface Sending<Entry extends RequestEntry, Failure> extends ClientCall, Cargo<Entry, Failure> {
  traffic: Traffic
  /** Aborts when the run has ended. */
  ended: AbortSignal
  /** The vendor has acknowledged these records. */
  onSent: (entries: readonly Entry[], bytes: number) => Promise<void>
  /** These records were refused for good. */
  onRefused: (failures: Failure[], code: Refusal['code']) => void
  /** Nothing more can be sent now. */
  onHalt: (state: 'paused' | 'stopped', stop: PushStop) => void
}

/** How often a request is sent to which nothing answers. */
const TRIES = 5

/** Sends a chunk until each of its records is acknowledged or refused, or the run has ended. */
export async function sendChunk<Entry extends RequestEntry, Failure>(
  whole: RequestChunk<Entry>,
  sending: Sending<Entry, Failure>,
): Promise<void> {
  const parts = [whole]
  for (let chunk = parts.shift(); chunk; chunk = parts.shift()) {
    const refusal = await deliver(chunk.body, sending)
    if (refusal === 'ended') return
    if (!refusal) {
      await sending.onSent(chunk.entries, chunk.bytes)
      continue
    }
    if (refusal.kind === 'split' && chunk.records > 1) {
      const middle = Math.ceil(chunk.records / 2)
      parts.unshift(
        sending.divide(chunk, chunk.entries.slice(0, middle)),
        sending.divide(chunk, chunk.entries.slice(middle)),
      )
      continue
    }
    const { failures, rest } = sortOut(chunk, refusal, sending)
    sending.onRefused(failures, refusal.code)
    if (rest.length > 0) parts.unshift(sending.divide(chunk, rest))
  }
}

type Delivery = Omit<Sending<never, never>, keyof Cargo<never, never> | 'onSent' | 'onRefused'>

/** Sends one request as often as it takes to get an answer that says something about its records. */
async function deliver(body: object, sending: Delivery): Promise<Refusal | 'ended' | undefined> {
  const { traffic, clock, ended } = sending
  let tries = 0
  let limited = 0
  while (await traffic.pass()) {
    const refusal = await callClient(body, sending)
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

function stop(
  state: 'paused' | 'stopped',
  { code, message }: Refusal,
  { onHalt }: Pick<Delivery, 'onHalt'>,
): 'ended' {
  const why =
    state === 'paused'
      ? 'The user is signed out at the backend, so nothing more is sent. Sign in, and call again with the `checkpoint` of this result.'
      : `The backend did not answer, ${TRIES} times in a row. Records without an answer are in \`remaining\`. Call again with the \`checkpoint\` of this result.`
  onHalt(state, { code, message: `${why} (${message})` })
  return 'ended'
}

/** Tells apart the records that a refusal names and those it was not about; all are meant when it names none. */
function sortOut<Entry extends RequestEntry, Failure>(
  { entries }: RequestChunk<Entry>,
  refusal: Refusal,
  { fieldOf, failureOf }: Cargo<Entry, Failure>,
): { failures: Failure[]; rest: Entry[] } {
  const failures: Failure[] = []
  const rest: Entry[] = []
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const field = fieldOf(entry)
    const index = counts.get(field) ?? 0
    counts.set(field, index + 1)
    const fault = refusal.faults.get(`${field}[${index}]`)
    if (fault) failures.push(failureOf(entry, refusal, fault.reason, fault.path))
    else rest.push(entry)
  }
  if (failures.length > 0) return { failures, rest }
  return { failures: entries.map((entry) => failureOf(entry, refusal, refusal.message)), rest: [] }
}
