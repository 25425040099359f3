import { parseJson } from './parseJson'
import { Refusal } from './Refusal'
import { readBytes } from './readBytes'

const MAX_ANSWER_BYTES = 256 * 1024

/** One call to the vendor. */
export interface VendorCall {
  url: string
  headers: Record<string, string>
  body: object
  /** Milliseconds until the answer has to be here, whole. */
  timeout: number
  /** Aborts when nobody waits for the answer any more. */
  signal: AbortSignal
  /** Sends it. Default the global fetch, as it is at the moment of the call. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

/** What the vendor answered. */
export interface VendorReply {
  status: number
  headers: Headers
  /** The body's JSON; undefined where it is empty or no JSON. */
  json: unknown
  isEmpty: boolean
}

/** Sends one request to the vendor and reads its answer, within the time and for as long as somebody waits. */
export async function callVendor(call: VendorCall): Promise<VendorReply> {
  const line = new AbortController()
  const hangUp = () => line.abort(new Refusal('aborted', 'The request was given up before it was answered.'))
  const giveUp = () => line.abort(new Refusal('timeout', 'The access service took too long to answer.'))
  if (call.signal.aborted) hangUp()
  call.signal.addEventListener('abort', hangUp)
  const timer = setTimeout(giveUp, call.timeout)
  try {
    // A fetch that does not listen to its signal must not hold the answer either.
    return await Promise.race([untilAborted(line.signal), exchange(call, line.signal)])
  } catch (error) {
    const cause: unknown = line.signal.aborted ? line.signal.reason : error
    // Whatever went wrong, no socket stays open behind it.
    line.abort()
    throw cause
  } finally {
    clearTimeout(timer)
    call.signal.removeEventListener('abort', hangUp)
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Refusal)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop)
  })
}

async function exchange(call: VendorCall, signal: AbortSignal): Promise<VendorReply> {
  let response: Response
  let bytes: Uint8Array | undefined
  try {
    signal.throwIfAborted()
    const init = {
      method: 'POST',
      headers: call.headers,
      body: JSON.stringify(call.body),
      redirect: 'manual',
      signal,
    } as const
    // The global fetch would make the Request a second time.
    response = await (call.fetch ? call.fetch(new Request(call.url, init)) : fetch(call.url, init))
    bytes = await readBytes(response.body, MAX_ANSWER_BYTES)
  } catch (error) {
    throw new Refusal('vendor_error', 'The access service could not be reached.', {
      reason: `The call to the vendor failed: ${describe(error)}`,
    })
  }
  const { status, headers } = response
  // An opaque redirect has status 0.
  if (status < 200 || (status >= 300 && status < 400) || response.redirected) {
    throw new Refusal('vendor_error', 'The access service could not be reached.', {
      reason: 'The vendor answered with a redirect. Check endpoint.',
    })
  }
  if (!bytes) {
    throw new Refusal('invalid_response', 'The access service gave an answer that makes no sense.', {
      reason: `The vendor's answer has more than ${MAX_ANSWER_BYTES} bytes.`,
    })
  }
  return { status, headers, json: parse(bytes), isEmpty: bytes.byteLength === 0 }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes)
  } catch {
    return undefined
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'no error was given.'
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
