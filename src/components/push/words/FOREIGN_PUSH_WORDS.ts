import type { Locale } from '../../../wire/LOCALES'
import type { PushWords } from './PushWords'

/** How to fetch each language but English: a file of its own each. */
export const FOREIGN_PUSH_WORDS: Record<Exclude<Locale, 'en-US'>, () => Promise<PushWords>> = {
  'pt-PT': () => import('./ptPT').then((module) => module.ptPT),
  'fr-FR': () => import('./frFR').then((module) => module.frFR),
  'it-IT': () => import('./itIT').then((module) => module.itIT),
  'es-ES': () => import('./esES').then((module) => module.esES),
  'de-DE': () => import('./deDE').then((module) => module.deDE),
  'nl-NL': () => import('./nlNL').then((module) => module.nlNL),
  'el-GR': () => import('./elGR').then((module) => module.elGR),
  'pl-PL': () => import('./plPL').then((module) => module.plPL),
  'ru-RU': () => import('./ruRU').then((module) => module.ruRU),
}
