'use client'

import { useCallback, useContext, useSyncExternalStore } from 'react'
import { PortalContext } from '../../hooks/PortalContext'
import type { Locale } from '../../wire/LOCALES'
import { enUS } from './words/enUS'
import { FOREIGN_PUSH_WORDS } from './words/FOREIGN_PUSH_WORDS'
import type { PushWords, PushWordsOverride } from './words/PushWords'

// Text, which is the same for all users.
const loaded: Partial<Record<Locale, PushWords>> = { 'en-US': enUS }

/**
 * The words of a push in a language, or in the provider's where none is asked for: English until they are there. A
 * host's own words replace them. It needs no provider, since a push may run where no portal is.
 */
export function usePushWords(locale: Locale | undefined, messages: PushWordsOverride | undefined): PushWords {
  const provided = useContext(PortalContext)?.options.locale
  const wanted = locale ?? provided ?? 'en-US'
  const listen = useCallback(
    (onArrival: () => void) => {
      void fetchPushWords(wanted)?.then(onArrival)
      return () => {}
    },
    [wanted],
  )
  const words = useSyncExternalStore(
    listen,
    () => loaded[wanted] ?? enUS,
    () => enUS,
  )
  return { ...words, ...messages }
}

function fetchPushWords(locale: Locale): Promise<PushWords | undefined> | undefined {
  if (loaded[locale] || locale === 'en-US') return undefined
  return FOREIGN_PUSH_WORDS[locale]().then(
    (words) => (loaded[locale] = words),
    () => undefined,
  )
}
