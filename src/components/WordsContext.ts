'use client'

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { usePortalContext } from '../hooks/PortalContext'
import type { Locale } from '../wire/LOCALES'
import { enUS } from './words/enUS'
import { loadWords } from './words/loadWords'
import { mergeWords } from './words/mergeWords'
import type { Words, WordsOverride } from './words/Words'

export const WordsContext = createContext<WordsOverride | undefined>(undefined)

// Text, which is the same for all users. English is there from the start: an offline page needs its words.
const loaded: Partial<Record<Locale, Words>> = { 'en-US': enUS }

/** Fetches a language before its words are needed, unless it is there. If it cannot be fetched, English is used. */
export function fetchWords(locale: Locale = 'en-US'): Promise<Words | undefined> | undefined {
  if (loaded[locale]) return undefined
  return loadWords(locale).then(
    (words) => (loaded[locale] = words),
    () => undefined,
  )
}

/**
 * The words of the portal's language; English until they are there, or if they cannot be fetched. During hydration it
 * is English too, since the server rendered English.
 */
export function useWords(locale?: Locale): Words {
  const { options } = usePortalContext()
  const messages = useContext(WordsContext)
  const wanted = locale ?? options.locale ?? 'en-US'
  const listen = useCallback(
    (onArrival: () => void) => {
      void fetchWords(wanted)?.then(onArrival)
      // They arrive once. React ignores a call for a part that has unmounted.
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
