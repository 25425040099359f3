/** Every way the sandbox can fail on request, and what it then does. */
export const SANDBOX_FAULTS = {
  unauthorized: 'The API answers 401, as if the key had been revoked.',
  forbidden: 'The API answers 403.',
  rate_limited: 'The API answers 429 with Retry-After: `retryAfter`, seconds or a Date (default 20 seconds).',
  server_error: 'The API answers 500 in the vendor’s envelope.',
  bad_gateway: 'The API answers 502 with a page of HTML, as a load balancer does.',
  malformed_json: 'The API answers 200 with JSON that breaks off.',
  slow: 'The API answers after `ms` (default 3000).',
  hang: 'The API never answers; the call ends when its caller aborts it.',
  reset: 'The connection breaks: `fetch` rejects with a TypeError.',
  expires_soon: 'Portals live for `ms` (default 60000) from the moment they are made.',
  expired_on_arrival: 'Portals have expired a second before they are made.',
  magic_link_only: 'create_portal answers `magic_link` and no `customer_portal`, as the vendor’s older API.',
  customer_portal_only: 'create_portal answers `customer_portal` and no `magic_link`.',
  unknown_fields: 'create_portal answers fields nobody knows yet, in the answer and in the link.',
  portal_hangs: 'The portal’s page never answers.',
  portal_refuses_frames: 'The portal’s page refuses to be framed (X-Frame-Options and frame-ancestors).',
} as const

/** The name of one fault. */
export type SandboxFault = keyof typeof SANDBOX_FAULTS

/** How a fault behaves. */
export interface SandboxFaultOptions {
  /** Strikes this often and then goes by itself. Without it: until `heal`. */
  times?: number
  /** Milliseconds, for `slow` and `expires_soon`. */
  ms?: number
  /** For `rate_limited`: seconds, or the moment itself, which is sent as an HTTP date. */
  retryAfter?: number | Date
}

/** The faults that are switched on. */
export class Faults {
  readonly #on = new Map<SandboxFault, SandboxFaultOptions>()

  /** Switches a fault on, or changes how it behaves. */
  fail(fault: SandboxFault, options: SandboxFaultOptions): void {
    // Each is about the same answer: the later one holds.
    if (fault === 'magic_link_only') this.#on.delete('customer_portal_only')
    if (fault === 'customer_portal_only') this.#on.delete('magic_link_only')
    this.#on.set(fault, { ...options })
  }

  /** Switches one fault off, or all of them. */
  heal(fault?: SandboxFault): void {
    if (fault) this.#on.delete(fault)
    else this.#on.clear()
  }

  /** Gives the options of a fault that strikes now, and counts the strike. */
  strikes(fault: SandboxFault): SandboxFaultOptions | undefined {
    const options = this.#on.get(fault)
    if (options?.times === undefined) return options
    if (options.times < 1) return undefined
    this.#on.set(fault, { ...options, times: options.times - 1 })
    return options
  }
}
