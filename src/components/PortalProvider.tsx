'use client'

import { type ReactNode, useEffect } from 'react'
import { PortalContext, type PortalSettings, usePortalSession } from '../hooks/PortalContext'
import type { WordsOverride } from './words/Words'
import { fetchWords, WordsContext } from './WordsContext'
import { type Locale, LOCALES } from '../wire/LOCALES'

interface PortalProviderCommonProps {
  /** The language of all parts below: `auto`, or any BCP 47 tag. The library picks the best of the portal's ten. */
  locale?: string | undefined
  /** Your own words in place of the library's. */
  messages?: WordsOverride | undefined
  children?: ReactNode
}

/** The provider's props: an endpoint or a client, never both. */
export type PortalProviderProps = PortalSettings & PortalProviderCommonProps

/**
 * Gives every portal below it a backend, a language and a session. It renders only its children, and does not use the
 * host's QueryClient.
 *
 * @example
 * <PortalProvider endpoint="/api/seam" sessionKey={user.id} locale="auto">
 *   <App />
 * </PortalProvider>
 */
export function PortalProvider(props: PortalProviderProps): ReactNode {
  const { options, locale, messages, children } = props
  const language = options?.locale ?? (locale ? negotiateLocale(locale) : undefined)
  const [value, outlet] = usePortalSession(props, language)
  // Before the first dialog: otherwise its title appears in English and then changes.
  useEffect(() => void fetchWords(language), [language])
  return (
    <PortalContext.Provider value={value}>
      <WordsContext.Provider value={messages}>
        {children}
        {outlet}
      </WordsContext.Provider>
    </PortalContext.Provider>
  )
}

/**
 * Finds the portal's language for a BCP 47 tag, or with "auto" for the browser's list of languages. It compares only
 * the language, because the portal has one region of each. Without a match it returns English.
 */
export function negotiateLocale(tag: string, available: readonly Locale[] = LOCALES): Locale {
  // A server may have no navigator.
  const wanted = tag === 'auto' ? (globalThis.navigator?.languages ?? []) : [tag]
  for (const one of wanted) {
    const [language] = one.toLowerCase().split(/[-_]/)
    const found = available.find((locale) => locale.startsWith(`${language}-`))
    if (found) return found
  }
  return 'en-US'
}
