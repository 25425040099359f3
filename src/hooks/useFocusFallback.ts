'use client'

import { type RefObject, useRef } from 'react'
import { useBrowserLayoutEffect } from './useLatest'

/**
 * Moves the focus to the parent when an element unmounts with the focus inside it. Otherwise the browser moves it to
 * `body`, and a keyboard user starts the page again.
 */
export function useFocusFallback(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  useBrowserLayoutEffect(() => {
    const element = root.current
    return () => {
      if (element?.contains(document.activeElement)) element.parentElement?.focus()
    }
  }, [])
  return root
}
