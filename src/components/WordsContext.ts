'use client'

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { usePortalContext } from '../hooks/PortalContext'
import type { Locale } from '../wire/LOCALES'
import { enUSButton } from './words/enUSButton'
import type { ButtonWords, Words, WordsOverride } from './words/Words'

export const WordsContext = createContext<WordsOverride | undefined>(undefined)

// Words are the same for all users.
const loaded: Partial<Record<Locale, Words>> = {}

/** Fetches the words of a language, unless they are there. If they cannot be fetched, the parts show English. */
export function fetchWords(locale: Locale = 'en-US'): Promise<Words | undefined> | undefined {
  if (locale === 'en-US' || loaded[locale]) return undefined
  return import('./words/FOREIGN_WORDS')
    .then(({ FOREIGN_WORDS }) => FOREIGN_WORDS[locale]())
    .then(
      (words) => (loaded[locale] = words),
      () => undefined,
    )
}

/**
 * Returns the words of a launcher in the portal's language, or those of a whole portal when its English words are given.
 * It returns English until the language is there, when it cannot be fetched, and during hydration, because the server
 * rendered English.
 */
export function useButtonWords(locale?: Locale): ButtonWords
export function useButtonWords(locale: Locale | undefined, english: Words): Words
export function useButtonWords(locale?: Locale, english: ButtonWords = enUSButton): ButtonWords {
  const { options } = usePortalContext()
  const messages = useContext(WordsContext)
  const wanted = locale ?? options.locale ?? 'en-US'
  const listen = useCallback(
    (onArrival: () => void) => {
      void fetchWords(wanted)?.then(onArrival)
      // The words arrive once, and React ignores the call for a part that has unmounted. So there is nothing to stop.
      return () => {}
    },
    [wanted],
  )
  const words = useSyncExternalStore(
    listen,
    () => loaded[wanted] ?? english,
    () => english,
  )
  return mergeWords(words, messages)
}

/** Replaces words of a language with a host's own. */
export function mergeWords<Own extends ButtonWords>(words: Own, messages: WordsOverride | undefined): Own {
  return messages ? { ...words, ...messages, errors: { ...words.errors, ...messages.errors } } : words
}
