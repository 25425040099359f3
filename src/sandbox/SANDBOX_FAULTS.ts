/** The faults that a sandbox can switch on, each with what then happens. */
export const SANDBOX_FAULTS = {
  unauthorized: 'The API answers 401, as it does after the key was revoked.',
  forbidden: 'The API answers 403.',
  rate_limited: 'The API answers 429 with Retry-After: `retryAfter`, seconds or a Date (default 20 seconds).',
  server_error: 'The API answers 500 in the vendor’s envelope.',
  bad_gateway: 'The API answers 502 with a page of HTML, as a load balancer does.',
  malformed_json: 'The API answers 200 with incomplete JSON.',
  slow: 'The API answers after `ms` (default 3000).',
  hang: 'The API never answers. The request ends when its caller aborts it.',
  reset: 'The connection breaks: `fetch` rejects with a TypeError.',
  expires_soon: 'New portals expire after `ms` (default 60000).',
  expired_on_arrival: 'New portals have already expired: `expires_at` is one second before `created_at`.',
  magic_link_only:
    'create_portal answers `magic_link` and no `customer_portal`, as the vendor’s older API does.',
  customer_portal_only: 'create_portal answers `customer_portal` and no `magic_link`.',
  unknown_fields: 'create_portal adds unknown fields to the answer and to the link.',
  portal_hangs: 'The portal’s page never answers.',
  portal_refuses_frames: 'The portal’s page forbids frames, with X-Frame-Options and frame-ancestors.',
} as const

/** The name of one fault. */
export type SandboxFault = keyof typeof SANDBOX_FAULTS

/** How long and how often a fault acts. */
export interface SandboxFaultOptions {
  /** After so many times the fault switches itself off. Without it, the fault stays until `heal`. */
  times?: number
  /** Milliseconds, for `slow` and `expires_soon`. */
  ms?: number
  /** For `rate_limited`: seconds, or a `Date`, which is sent as an HTTP date. */
  retryAfter?: number | Date
}

/** The faults that are switched on. */
export class Faults {
  readonly #on = new Map<SandboxFault, SandboxFaultOptions>()

  /** Switches a fault on, or changes how it behaves. */
  fail(fault: SandboxFault, options: SandboxFaultOptions): void {
    // These two contradict each other, so the later one replaces the earlier one.
    if (fault === 'magic_link_only') this.#on.delete('customer_portal_only')
    if (fault === 'customer_portal_only') this.#on.delete('magic_link_only')
    this.#on.set(fault, { ...options })
  }

  /** Switches one fault off, or all of them. */
  heal(fault?: SandboxFault): void {
    if (fault) this.#on.delete(fault)
    else this.#on.clear()
  }

  /** Returns the options of a fault when it is on, and counts this use against `times`. */
  strikes(fault: SandboxFault): SandboxFaultOptions | undefined {
    const options = this.#on.get(fault)
    if (options?.times === undefined) return options
    if (options.times < 1) return undefined
    this.#on.set(fault, { ...options, times: options.times - 1 })
    return options
  }
}
