import type { SandboxFault, SandboxFaultOptions } from './SANDBOX_FAULTS'

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
