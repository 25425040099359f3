import type { Arrival } from './Arrival'
import { parseJson } from './parseJson'
import { Refusal } from './Refusal'
import { readBytes } from './readBytes'

const MAX_ANSWER_BYTES = 256 * 1024

// A fetch that may neither follow a redirect nor ask a window for a password sends the body itself. Any other makes
// a copy first, to have one left.
const STAY: RequestInit = canRefuseRedirects() ? { redirect: 'error', window: null } : { redirect: 'manual' }

/** One call to the vendor. */
export interface VendorCall {
  url: string
  headers: Record<string, string>
  body: object
  /** Milliseconds until the answer has to be here, whole. */
  timeout: number
  /** Calls back when nobody waits for the answer any more. */
  onGone: Arrival['onGone']
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
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopWatching: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      // A fetch that does not listen to its signal must not hold the answer either.
      const hangUp = (refusal: Refusal) => {
        reject(refusal)
        line.abort(refusal)
      }
      timer = setTimeout(() => {
        hangUp(new Refusal('timeout', 'The access service took too long to answer.'))
      }, call.timeout)
      stopWatching = call.onGone(() => {
        hangUp(new Refusal('aborted', 'The request was given up before it was answered.'))
      })
      exchange(call, line.signal).then(resolve, reject)
    })
  } catch (error) {
    // Whatever went wrong, no socket stays open behind it.
    line.abort()
    throw error
  } finally {
    clearTimeout(timer)
    stopWatching?.()
  }
}

async function exchange(call: VendorCall, signal: AbortSignal): Promise<VendorReply> {
  let response: Response
  let bytes: Uint8Array | undefined
  try {
    signal.throwIfAborted()
    const { url, headers } = call
    const init = { method: 'POST', headers, body: JSON.stringify(call.body), signal }
    // The global fetch would make the Request a second time.
    response = await (call.fetch
      ? call.fetch(new Request(url, { ...init, redirect: 'manual' }))
      : fetch(url, { ...init, ...STAY }))
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

// Some runtimes at the edge know no redirect: 'error'.
function canRefuseRedirects(): boolean {
  try {
    return new Request('https://localhost/', { redirect: 'error' }).redirect === 'error'
  } catch {
    return false
  }
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
