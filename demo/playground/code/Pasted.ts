import type { PortalOptions } from '../../../src/schemas/index'
import type { PlaygroundConfig } from './PlaygroundConfig'

/** What became of one field of pasted code. */
export interface Difference {
  /** `kept`: it means the same as before. `translated`: it has another name or form. `dropped`: it is not in the form. */
  kind: 'kept' | 'translated' | 'dropped'
  /** The field's path in the pasted code, such as `features.manage_devices.exclude`. */
  field: string
  /** The pasted value or name, shortened. It never holds a key or token. */
  from?: string
  /** What happened and why, in one or two sentences. */
  sentence: string
}

/** What `parsePaste` found. */
export interface Pasted extends Partial<Omit<PlaygroundConfig, 'options'>> {
  /** Valid options. They are empty when there is a problem, and the form then keeps what it has. */
  options: PortalOptions
  differences: Difference[]
  /** Why nothing could be read, in a sentence for the person who pasted. */
  problem?: string
  /** What the text was taken for. */
  source: 'curl' | 'jsx' | 'json' | 'grant' | 'sdk' | 'args'
}
