'use client'

import { type RefObject, useInsertionEffect, useMemo, useRef, useState } from 'react'
import { useBrowserLayoutEffect } from '../../hooks/useBrowserLayoutEffect'
import { useLatest } from '../../hooks/useLatest'
import { useDialogContext } from './DialogContext'
import { type FocusTarget, noteOpener, type Opener } from './noteOpener'
import { isShown, placeDialog } from './placeDialog'

/** A host's modal that disappears within these milliseconds after the opening was fading out already. */
const FADE = 1000

/** The place of an open popup. */
export interface DialogPlace {
  /** Elements that may get the focus back, the best first. */
  focusTargets: FocusTarget[]
  /**
   * Watches for the host's modal to be hidden or removed. `isLost` is false where that modal only faded out when the
   * dialog opened.
   */
  watch: (popup: HTMLElement, onGone: (isLost: boolean) => void) => () => void
}

/** The element that a popup is rendered into. */
export interface DialogHome {
  /** The ref of the hidden element in the part's own place. */
  part: RefObject<HTMLSpanElement | null>
  /** The element to render the popup into; undefined before the first layout effect. */
  element: HTMLElement | undefined
  /** Moves the element to the place of this opening. Returns undefined when React must render into another element. */
  enter: RefObject<() => DialogPlace | undefined>
}

/** Keeps the element that a popup is rendered into, and chooses its place on the page at each opening. */
export function useDialogHome(): DialogHome {
  const { open, trigger, opener } = useDialogContext()
  const part = useRef<HTMLSpanElement>(null)
  const kept = useRef<HTMLElement>(undefined)
  const [element, setElement] = useState<HTMLElement>()
  const opening = useRef<{ opener: Opener; began: number }>(undefined)
  // During render: the focused menu item may unmount in the same commit.
  const focused = useMemo(() => (open && typeof document === 'object' ? noteOpener() : undefined), [open])

  const enter = useLatest(() => {
    const from = part.current as HTMLSpanElement
    opening.current ??= {
      opener: trigger.current ? noteOpener(trigger.current) : (opener ?? focused ?? noteOpener(null)),
      began: performance.now(),
    }
    const { opener: by, began } = opening.current
    const home = placeDialog(kept.current, by, from)
    const isSame = home === kept.current
    kept.current = home
    setElement(home)
    if (!isSame) return undefined
    return {
      focusTargets: by.focusTargets,
      watch(popup: HTMLElement, onGone: (isLost: boolean) => void) {
        // A host's modal may set aria-hidden on the rest of the page after the dialog has opened.
        const unhide = new MutationObserver(() => home.removeAttribute('aria-hidden'))
        unhide.observe(home, { attributeFilter: ['aria-hidden'] })
        // jsdom has no ResizeObserver.
        const observer =
          'ResizeObserver' in window
            ? new ResizeObserver(() => {
                if (!isShown(popup)) onGone(performance.now() - began > FADE)
              })
            : undefined
        observer?.observe(popup)
        return () => {
          unhide.disconnect()
          observer?.disconnect()
        }
      },
    }
  })

  useBrowserLayoutEffect(() => {
    if (!open) opening.current = undefined
    if (!kept.current) enter.current()
  }, [open, enter])

  // Only the cleanup of an insertion effect means that the part unmounts. The popup's own cleanup runs after it.
  useInsertionEffect(() => () => queueMicrotask(() => kept.current?.remove()), [])

  return { part, element, enter }
}
