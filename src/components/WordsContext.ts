'use client'

import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { usePortalContext } from '../hooks/PortalContext'
import type { Locale } from '../wire/LOCALES'
import { enUS } from './words/enUS'
import { loadWords } from './words/loadWords'
import { mergeWords } from './words/mergeWords'
import type { Words, WordsOverride } from './words/Words'

export const WordsContext = createContext<WordsOverride | undefined>(undefined)

// Text that is the same for everyone; English is there from the start, since offline is when words are needed.
const loaded: Partial<Record<Locale, Words>> = { 'en-US': enUS }

/** Fetches a language before its words are needed, unless they are there. Without them we go on in English. */
export function fetchWords(locale: Locale = 'en-US'): Promise<Words | undefined> | undefined {
  if (loaded[locale]) return undefined
  return loadWords(locale).then(
    (words) => (loaded[locale] = words),
    () => undefined,
  )
}

/**
 * The words of the portal's language; English until they have come, or when they cannot. English too while a page from
 * a server comes to life, whatever is here by then: a server waits for no other.
 */
export function useWords(locale?: Locale): Words {
  const { options } = usePortalContext()
  const messages = useContext(WordsContext)
  const wanted = locale ?? options.locale ?? 'en-US'
  const listen = useCallback(
    (onArrival: () => void) => {
      void fetchWords(wanted)?.then(onArrival)
      // They arrive once, and there is nothing to leave: React passes over a part that has gone.
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
