import type { Locale } from '../../wire/LOCALES'
import { enUS } from './enUS'
import type { Words } from './Words'

/** Fetches the words of a language. English is here already. */
export async function loadWords(locale: Locale): Promise<Words> {
  if (locale === 'en-US') return enUS
  const { FOREIGN_WORDS } = await import('./FOREIGN_WORDS')
  return FOREIGN_WORDS[locale]()
}
