import { maskSecrets } from './code/maskSecrets'
import { INITIAL_STATE, type PlaygroundState } from './PlaygroundState'
import { pruneOptions } from './pruneOptions'

/** What the address of the page holds. The customer, its records and every secret stay out. */
export const IN_HASH = [
  'vertical',
  'presentation',
  'theme',
  'direction',
  'width',
  'mood',
  'heading',
  'asUser',
] as const satisfies readonly (keyof PlaygroundState)[]

/** Writes a configuration for the hash of an address, so that it can be sent to a colleague. */
export function writeHash(state: PlaygroundState): string {
  const hash = new URLSearchParams()
  for (const name of IN_HASH) {
    if (state[name] !== INITIAL_STATE[name]) hash.set(name, maskSecrets(String(state[name])))
  }
  const options = JSON.stringify(pruneOptions(state.options))
  if (options !== '{}') hash.set('options', maskSecrets(options))
  if (state.asUser && state.grant !== INITIAL_STATE.grant) hash.set('grant', maskSecrets(state.grant))
  return hash.toString()
}
