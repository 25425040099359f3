'use client'

import type { Locale } from '../wire/LOCALES'
import { enUS } from './words/enUS'
import type { Words } from './words/Words'
import { useButtonWords } from './WordsContext'

/** Returns all words in the portal's language, for the parts that come after a launcher. */
export function useWords(locale?: Locale): Words {
  return useButtonWords(locale, enUS)
}
