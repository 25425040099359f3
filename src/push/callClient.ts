import type { PushClock } from './PushClock'
import { type ErrorTable, type Refusal, readAnswerRefusal, readRefusal } from './readRefusal'

/** What one request needs beside its body. */
export interface ClientCall {
  /** Sends a body with the host's client. */
  post: (body: object, options: { signal: AbortSignal }) => unknown
  errors: ErrorTable
  clock: PushClock
  /** How long to wait for an answer, in milliseconds. */
  timeout: number
  /** Gives the request up. */
  signal: AbortSignal
}

/** Sends one request. Gives nothing when it was acknowledged, the refusal when not, 'aborted' when given up. */
export async function callClient(
  body: object,
  { post, errors, clock, timeout, signal }: ClientCall,
): Promise<Refusal | 'aborted' | undefined> {
  const request = new AbortController()
  const timer = new AbortController()
  const abort = () => {
    request.abort()
    timer.abort()
  }
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()
  try {
    // In a promise, so that a client that throws at once is no different.
    const answer = Promise.resolve().then(() => post(body, { signal: request.signal }))
    const outcome = await Promise.race([answer, clock.wait(timeout, timer.signal).then(() => LATE)])
    if (signal.aborted) return 'aborted'
    return outcome === LATE
      ? readRefusal({ code: 'timeout', status: 0 }, errors)
      : readAnswerRefusal(outcome, errors)
  } catch (thrown) {
    return signal.aborted ? 'aborted' : readRefusal(thrown, errors)
  } finally {
    signal.removeEventListener('abort', abort)
    // An answer that comes later than this is not waited for.
    abort()
  }
}

const LATE: unique symbol = Symbol('late')
