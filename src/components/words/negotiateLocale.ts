import { LOCALES, type Locale } from '../../wire/LOCALES'

/**
 * Finds the portal's language for a BCP 47 tag, or with "auto" for the browser's list of languages. It compares only
 * the language, because the portal has one region of each. Without a match it returns English.
 */
export function negotiateLocale(tag: string, available: readonly Locale[] = LOCALES): Locale {
  // A server may have no navigator.
  const wanted = tag === 'auto' ? (globalThis.navigator?.languages ?? []) : [tag]
  for (const one of wanted) {
    const language = `${one.split(/[-_]/, 1)[0]?.toLowerCase()}-`
    const found = available.find((locale) => locale.startsWith(language))
    if (found) return found
  }
  return 'en-US'
}
