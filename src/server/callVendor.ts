import type { IncomingRequest } from './IncomingRequest'
import { Refusal } from './Refusal'
import { parseJson, readBytes } from './readBytes'

const MAX_ANSWER_BYTES = 256 * 1024

// With these two options Node's fetch sends the body itself. Without them it copies the body first, for a redirect or
// a password prompt.
const NO_REDIRECT: RequestInit = canRefuseRedirects()
  ? { redirect: 'error', window: null }
  : { redirect: 'manual' }

/** What is sent to the vendor, and for whom. */
export interface VendorPlan {
  /** The customer, where the operation is about one. */
  customer_key: string | undefined
  /** The body. It holds only fields that the schemas know and the grant allows. */
  body: object
}

/** One call to the vendor. */
export interface VendorCall {
  url: string
  headers: Record<string, string>
  body: object
  /** How long the whole answer may take, in milliseconds. */
  timeout: number
  /** Calls the listener when the client disconnects. */
  onGone: IncomingRequest['onGone']
  /** Sends the request. Default the global `fetch`, looked up at each call. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
}

/** What the vendor answered. */
export interface VendorReply {
  status: number
  headers: Headers
  /** The parsed body. Undefined when it is empty or not JSON. */
  json: unknown
  isEmpty: boolean
}

/** Sends one request to the vendor and reads its answer. Stops at the time-out, or when the client disconnects. */
export async function callVendor(call: VendorCall): Promise<VendorReply> {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopWatching: (() => void) | undefined
  try {
    return await new Promise((resolve, reject) => {
      // The host's `fetch` may ignore the signal, so the promise is rejected as well.
      const stop = (refusal: Refusal) => {
        reject(refusal)
        controller.abort(refusal)
      }
      timer = setTimeout(() => {
        stop(new Refusal('timeout', 'The access service took too long to answer.'))
      }, call.timeout)
      stopWatching = call.onGone(() => {
        stop(new Refusal('aborted', 'The client disconnected before the answer.'))
      })
      exchange(call, controller.signal).then(resolve, reject)
    })
  } catch (error) {
    // After any error the socket to the vendor is closed.
    controller.abort()
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
    // The global fetch makes a Request itself, so only a host's `fetch` gets one.
    response = await (call.fetch
      ? call.fetch(new Request(url, { ...init, redirect: 'manual' }))
      : fetch(url, { ...init, ...NO_REDIRECT }))
    bytes = await readBytes(response.body, MAX_ANSWER_BYTES)
  } catch (error) {
    throw new Refusal('vendor_error', 'The access service could not be reached.', {
      reason: `The call to the vendor failed: ${describe(error)}`,
    })
  }
  const { status, headers } = response
  // In a browser a redirect that is not followed has status 0.
  if (status < 200 || (status >= 300 && status < 400) || response.redirected) {
    throw new Refusal('vendor_error', 'The access service could not be reached.', {
      reason: 'The vendor answered with a redirect. Check `endpoint`.',
    })
  }
  if (!bytes) {
    throw new Refusal('invalid_response', 'The access service gave an answer that cannot be read.', {
      reason: `The vendor's answer has more than ${MAX_ANSWER_BYTES} bytes.`,
    })
  }
  return { status, headers, json: parse(bytes), isEmpty: bytes.byteLength === 0 }
}

// Some edge runtimes throw on redirect: 'error'.
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
  if (!(error instanceof Error)) return 'it threw a value that is not an Error.'
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
