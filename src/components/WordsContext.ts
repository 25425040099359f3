'use client'

import { createContext, useContext, useEffect, useState } from 'react'
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

/** The words of the portal's language; English until they have come, or when they cannot. */
export function useWords(locale?: Locale): Words {
  const { options } = usePortalContext()
  const messages = useContext(WordsContext)
  const [, setArrived] = useState<Words>()
  const wanted = locale ?? options.locale ?? 'en-US'
  useEffect(() => {
    void fetchWords(wanted)?.then(setArrived)
  }, [wanted])
  return mergeWords(loaded[wanted] ?? enUS, messages)
}
