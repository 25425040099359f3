import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { PortalProvider, type PortalProviderProps } from '../src/index'
import styles from '../src/styles.css?inline'
import { createStoryBackend, type VendorMode, type StoryBackendOptions } from './createStoryBackend'

/** The settings of a story's stage, in `parameters.portal`. */
export interface StoryStageOptions extends StoryBackendOptions {
  /** Props of the provider around the story. */
  provider?: Omit<PortalProviderProps, 'client' | 'endpoint' | 'headers' | 'credentials' | 'children'>
  /** Whether the page has the stylesheet. @default true */
  styled?: boolean
  /** Whether the portal's page ever finishes loading. @default true */
  loads?: boolean
  /** Whether a frame is slow at once instead of after eight seconds. @default false */
  hurried?: boolean
}

/** The settings of the toolbar. */
export interface StoryGlobals {
  locale: string
  theme: 'light' | 'dark'
  direction: 'ltr' | 'rtl'
  mode: VendorMode
  customer: string
}

/** A partner's page with its own backend, for one story. */
export function StoryStage({
  globals: { locale, theme, direction, mode, customer },
  options,
  children,
}: {
  globals: StoryGlobals
  options: StoryStageOptions
  children: ReactNode
}): ReactNode {
  const { provider, styled = true } = options
  const client = useMemo(() => createStoryBackend(customer, mode, options), [customer, mode, options])

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
      // A static host has only the Storybook's files, and perhaps none at the root.
      probe={false}
      locale={locale}
      sessionKey={customer === 'signed-out' ? null : customer}
      {...provider}
    >
      {styled && <style>{styles}</style>}
      {children}
    </PortalProvider>
  )
}
