import type { Locale } from '../../wire/LOCALES'
import { enUS } from './enUS'
import type { Words } from './Words'

/** Fetches the words of one language: a file of its own each, but for English, which is here already. */
export async function loadWords(locale: Locale): Promise<Words> {
  return LOADERS[locale]()
}

const LOADERS: Record<Locale, () => Words | Promise<Words>> = {
  'en-US': () => enUS,
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
