import type { Host } from './Host'
import type { BrowserId } from './TestBrowser'

/** Something that holds in every browser: a row of the table in docs/compatibility.md. */
export interface Behaviour {
  /** The sentence in the table. */
  name: string
  check: (host: Host) => Promise<void>
  /** The browsers in which it does not hold or cannot be seen, each with the reason. */
  except?: Partial<Record<BrowserId, string>>
}
