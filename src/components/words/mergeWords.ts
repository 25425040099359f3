import type { Words, WordsOverride } from './Words'

/** Lays a host's own words over a language. */
export function mergeWords(words: Words, messages: WordsOverride | undefined): Words {
  return messages ? { ...words, ...messages, errors: { ...words.errors, ...messages.errors } } : words
}
