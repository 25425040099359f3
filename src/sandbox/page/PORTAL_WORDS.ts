import type { Locale } from '../../wire/LOCALES'
import { deDE } from './words/deDE'
import { elGR } from './words/elGR'
import { enUS, type PageWords } from './words/enUS'
import { esES } from './words/esES'
import { frFR } from './words/frFR'
import { itIT } from './words/itIT'
import { nlNL } from './words/nlNL'
import { plPL } from './words/plPL'
import { ptPT } from './words/ptPT'
import { ruRU } from './words/ruRU'

/** The page's words in all ten languages. The page holds all of them, because its user can change the language. */
export const PORTAL_WORDS: Record<Locale, PageWords> = {
  'en-US': enUS,
  'pt-PT': ptPT,
  'fr-FR': frFR,
  'it-IT': itIT,
  'es-ES': esES,
  'de-DE': deDE,
  'nl-NL': nlNL,
  'el-GR': elGR,
  'pl-PL': plPL,
  'ru-RU': ruRU,
}
