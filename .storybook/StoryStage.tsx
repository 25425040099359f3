import { type ReactNode, useLayoutEffect } from 'react'
import styles from '../src/styles.css?inline'
import type { StoryOptions } from './storyOptions'

/** What a story may ask of its stage, as `parameters.portal`. */
export interface StoryStageOptions extends StoryOptions {
  /** Whether the stylesheet is there. @default true */
  styled?: boolean
  /** Whether the portal's page ever finishes loading. @default true */
  loads?: boolean
  /** Whether a frame is slow at once instead of after eight seconds. @default false */
  hurried?: boolean
}

/** What the toolbar says, apart from theme and mood. */
export interface StoryGlobals {
  locale: string
  direction: 'ltr' | 'rtl'
  customer: string
}

/** A page of a partner's, in the language and direction of the toolbar. */
export function StoryStage({
  globals: { locale, direction },
  styled = true,
  children,
}: {
  globals: StoryGlobals
  styled: boolean | undefined
  children: ReactNode
}): ReactNode {
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.dir = direction
    documentElement.lang = locale === 'auto' ? navigator.language : locale
  }, [direction, locale])

  return (
    <>
      {styled && <style>{styles}</style>}
      {children}
    </>
  )
}
