import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { PortalProvider, type PortalProviderProps } from '../src/index'
import styles from '../src/styles.css?inline'
import { createStoryBackend, type Mood, type StoryBackendOptions } from './createStoryBackend'

/** What a story may ask of its stage, as `parameters.portal`. */
export interface StoryStageOptions extends StoryBackendOptions {
  /** Props of the provider around the story. */
  provider?: Omit<PortalProviderProps, 'client' | 'endpoint' | 'headers' | 'credentials' | 'children'>
  /** Whether the stylesheet is there. @default true */
  styled?: boolean
  /** Whether the portal's page ever comes to its end. @default true */
  loads?: boolean
  /** Whether the eight seconds after which a frame is slow are over at once. @default false */
  hurried?: boolean
}

/** What the toolbar says. */
export interface StoryGlobals {
  locale: string
  theme: 'light' | 'dark'
  direction: 'ltr' | 'rtl'
  mood: Mood
  customer: string
}

/** A page of a partner's with a whole backend behind it, made for one story. */
export function StoryStage({
  globals: { locale, theme, direction, mood, customer },
  options,
  children,
}: {
  globals: StoryGlobals
  options: StoryStageOptions
  children: ReactNode
}): ReactNode {
  const { provider, styled = true } = options
  const client = useMemo(() => createStoryBackend(customer, mood, options), [customer, mood, options])

  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dataset.theme = theme
    documentElement.dir = direction
    documentElement.lang = locale === 'auto' ? navigator.language : locale
  }, [theme, direction, locale])

  return (
    <PortalProvider
      client={client}
      portalOrigins={[location.origin]}
      // Beside the stories there are only files, and perhaps none at the root.
      probe={false}
      locale={locale}
      sessionKey={customer === 'nobody' ? null : customer}
      {...provider}
    >
      {styled && <style>{styles}</style>}
      {children}
    </PortalProvider>
  )
}
