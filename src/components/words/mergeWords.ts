import type { Words, WordsOverride } from './Words'

/** Replaces words of a language with a host's own. */
export function mergeWords(words: Words, messages: WordsOverride | undefined): Words {
  return messages ? { ...words, ...messages, errors: { ...words.errors, ...messages.errors } } : words
}
