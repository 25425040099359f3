import type { PushClient } from '../../../src/push/index'
import type { SharedLimit } from './createSharedLimit'

/** What a worker sends to. */
export interface VendorOptions {
  /** The vendor's base URL. */
  endpoint: string
  apiKey: string
  /** How long one request may take, in milliseconds. @default 15000 */
  timeout?: number
}

/** Makes what `pushData` sends with, on a server: each request waits for its turn among all processes. */
export function createVendorClient(
  { endpoint, apiKey, timeout = 15_000 }: VendorOptions,
  limit: SharedLimit,
): PushClient {
  return {
    async pushData(body, { signal }) {
      await limit.pass(signal)
      const response = await fetch(`${endpoint}/customers/push_data`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      })
      if (response.ok) return response.json()
      const retryAfter = Number(response.headers.get('retry-after') ?? 1) || 1
      // Not only this process: the vendor counts them together.
      if (response.status === 429) await limit.rest(retryAfter)
      const answer = (await response.json().catch(() => ({}))) as { error?: object }
      throw Object.assign(new Error(`The vendor answered ${response.status}.`), {
        ...answer.error,
        status: response.status,
        retryAfter,
      })
    },
  }
}
