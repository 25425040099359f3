import { LOCALES, type Locale } from '../../wire/LOCALES'

/**
 * Finds the portal's language that serves a reader best, from any BCP 47 tag or "auto" for the browser's own list.
 * Each of our languages comes in one region, so the language alone decides; without a match it is English.
 */
export function negotiateLocale(tag: string, available: readonly Locale[] = LOCALES): Locale {
  // A server may have no navigator at all.
  const wanted = tag === 'auto' ? (globalThis.navigator?.languages ?? []) : [tag]
  for (const one of wanted) {
    const language = `${one.split(/[-_]/, 1)[0]?.toLowerCase()}-`
    const found = available.find((locale) => locale.startsWith(language))
    if (found) return found
  }
  return 'en-US'
}
