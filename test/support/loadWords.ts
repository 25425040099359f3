import { enUS } from '../../src/components/words/enUS'
import { FOREIGN_WORDS } from '../../src/components/words/FOREIGN_WORDS'
import type { Words } from '../../src/components/words/Words'
import type { Locale } from '../../src/wire/LOCALES'

/** Gives the words of any language. */
export async function loadWords(locale: Locale): Promise<Words> {
  return locale === 'en-US' ? enUS : FOREIGN_WORDS[locale]()
}
