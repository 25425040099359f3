import type { CustomerData } from '../schemas/index'
import { Faults } from './SANDBOX_FAULTS'
import { pushRecords } from './pushRecords'
import type { SandboxOptions, SandboxPortal, SandboxRequest, SandboxWarning } from './Sandbox'
import { Workspace } from './Workspace'

/** The memory of one sandbox. */
export class SandboxState {
  readonly now: () => number
  readonly portalOrigin: string
  readonly portalPage: string | undefined
  readonly faults = new Faults()
  readonly portals: SandboxPortal[] = []
  readonly requests: SandboxRequest[] = []
  readonly warnings: SandboxWarning[] = []
  /** The token of each portal by its id. Tokens are secret, so they are not part of `portals`, which tests may read. */
  readonly tokens = new Map<string, string>()
  #count = 0
  readonly #seed: readonly CustomerData[]
  readonly #warned = new Set<string>()
  readonly #workspaces = new Map<string, Workspace>()

  constructor(options: SandboxOptions) {
    this.now = options.now ?? Date.now
    this.portalOrigin = options.portalOrigin ?? 'https://partner-ui.seam.vc'
    this.portalPage = options.portalPage
    this.#seed = structuredClone(options.seed ?? [])
  }

  /** Returns the workspace of an id. The first use makes it, with the seed in it. */
  workspace(id: string): Workspace {
    const known = this.#workspaces.get(id)
    if (known) return known
    const workspace = new Workspace(id)
    this.#workspaces.set(id, workspace)
    for (const data of this.#seed) pushRecords(workspace, data, this.warn)
    return workspace
  }

  /** Returns the next id. A run of the same calls gives the same ids. */
  nextId(kind: string): string {
    return stableUuid(`${kind} ${++this.#count}`)
  }

  /** All workspaces that a request used. */
  get workspaces(): Iterable<Workspace> {
    return this.#workspaces.values()
  }

  /** Keeps a warning. A second equal one is dropped. */
  readonly warn = (warning: SandboxWarning): void => {
    const mark = JSON.stringify(warning)
    if (!this.#warned.has(mark)) this.warnings.push(warning)
    this.#warned.add(mark)
  }

  /** Deletes everything but the seed. */
  reset(): void {
    this.faults.heal()
    this.#workspaces.clear()
    this.tokens.clear()
    this.#warned.clear()
    this.#count = 0
    for (const list of [this.portals, this.requests, this.warnings]) list.length = 0
  }
}

/** Makes a UUID from a text. The same text gives the same UUID, so the ids of a sandbox are equal in every run. */
export function stableUuid(text: string): string {
  const hex = [0, 1, 2, 3].map((salt) => hash(`${salt}:${text}`).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
    sum ^= sum >>> 15
  }
  return sum >>> 0
}
