import type { Faults } from './SANDBOX_FAULTS'
import { VendorError } from './VendorError'

/** Applies the faults that are on to one API request. It waits, throws, or returns the answer to send instead. */
export async function strikeApi(faults: Faults, { signal }: Request): Promise<Response | undefined> {
  const slow = faults.strikes('slow')
  if (slow) await wait(signal, slow.ms ?? 3000)
  if (faults.strikes('hang')) await wait(signal)
  // Chromium's fetch rejects with this when a connection breaks.
  if (faults.strikes('reset')) throw new TypeError('Failed to fetch')
  if (faults.strikes('bad_gateway'))
    return page(502, '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>')
  if (faults.strikes('malformed_json')) {
    return new Response('{"customer_portal":{"url":', { headers: { 'content-type': 'application/json' } })
  }
  const limited = faults.strikes('rate_limited')
  if (limited) {
    const { retryAfter = 20 } = limited
    return new VendorError(429, 'rate_limited', 'Too many requests.').toResponse({
      'retry-after': typeof retryAfter === 'number' ? String(retryAfter) : retryAfter.toUTCString(),
    })
  }
  for (const [fault, status, type, message] of PLAIN) {
    if (faults.strikes(fault)) return new VendorError(status, type, message).toResponse()
  }
  return undefined
}

/** Waits some milliseconds, or forever. Rejects when the caller aborts, and leaves no timer and no listener behind. */
export async function wait(signal: AbortSignal, ms?: number): Promise<void> {
  signal.throwIfAborted()
  await new Promise<void>((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(end, ms)
    signal.addEventListener('abort', abort)
    function end(): void {
      signal.removeEventListener('abort', abort)
      resolve()
    }
    function abort(): void {
      signal.removeEventListener('abort', abort)
      clearTimeout(timer)
      reject(signal.reason)
    }
  })
}

const PLAIN = [
  ['unauthorized', 401, 'unauthorized', 'The API key is not valid.'],
  ['forbidden', 403, 'forbidden', 'The API key may not do this.'],
  ['server_error', 500, 'internal_server_error', 'An unexpected error occurred.'],
] as const

function page(status: number, html: string): Response {
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
