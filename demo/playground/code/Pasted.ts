import type { PortalOptions } from '../../../src/schemas/index'
import type { PlaygroundConfig } from './PlaygroundConfig'

/** What became of one field of pasted code. */
export interface Difference {
  /** `kept`: it means the same as before. `translated`: it has another name or form. `dropped`: it is not in the form. */
  kind: 'kept' | 'translated' | 'dropped'
  /** The field's path, such as `features.manage.exclude`. Of what was translated it is the new one. */
  field: string
  /** The older name, or the value that was not taken as it was. It is short and never holds a key or token. */
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
