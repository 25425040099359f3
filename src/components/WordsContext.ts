'use client'

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { usePortalContext } from '../hooks/PortalContext'
import type { Locale } from '../wire/LOCALES'
import { enUS } from './words/enUS'
import { loadWords } from './words/loadWords'
import { mergeWords } from './words/mergeWords'
import type { Words, WordsOverride } from './words/Words'

export const WordsContext = createContext<WordsOverride | undefined>(undefined)

// Words are the same for all users. English is never fetched, because an offline page needs words.
const loaded: Partial<Record<Locale, Words>> = { 'en-US': enUS }

/** Fetches the words of a language, unless they are there. If they cannot be fetched, the parts show English. */
export function fetchWords(locale: Locale = 'en-US'): Promise<Words | undefined> | undefined {
  if (loaded[locale]) return undefined
  return loadWords(locale).then(
    (words) => (loaded[locale] = words),
    () => undefined,
  )
}

/**
 * Returns the words of the portal's language. It returns English until they are there, when they cannot be fetched, and
 * during hydration, because the server rendered English.
 */
export function useWords(locale?: Locale): Words {
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
    () => loaded[wanted] ?? enUS,
    () => enUS,
  )
  return mergeWords(words, messages)
}
