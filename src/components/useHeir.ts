'use client'

import { type RefObject, useRef } from 'react'
import { useBrowserLayoutEffect } from '../hooks/useBrowserLayoutEffect'

/**
 * For a face that goes and takes its focused button with it: what it lies in inherits the focus. Otherwise the page
 * would begin anew for whoever walks it with keys.
 */
export function useHeir(): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null)
  useBrowserLayoutEffect(() => {
    const face = root.current
    return () => {
      if (face?.contains(document.activeElement)) face.parentElement?.focus()
    }
  }, [])
  return root
}
