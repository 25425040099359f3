'use client'

import { type RefObject, useInsertionEffect, useMemo, useRef, useState } from 'react'
import { useBrowserLayoutEffect } from '../../hooks/useBrowserLayoutEffect'
import { useLatest } from '../../hooks/useLatest'
import { useDialogContext } from './DialogContext'
import { type FocusHeir, noteOpener, type Opener } from './noteOpener'
import { isShown, placeDialog } from './placeDialog'

/** A host's modal that goes sooner after the opening than this, in milliseconds, was on its way out: it fades. */
const FADE = 1000

/** Where a popup stands while it is open. */
export interface DialogPlace {
  /** What gets the focus back, the best first. */
  heirs: FocusHeir[]
  /**
   * Watches for the host's modal to be hidden or removed. `isLost` is false where that modal only faded out when the
   * dialog opened.
   */
  watch: (popup: HTMLElement, onGone: (isLost: boolean) => void) => () => void
}

/** The element that a popup is drawn in. */
export interface DialogHome {
  /** For the element that stays in the part's own place. */
  part: RefObject<HTMLSpanElement | null>
  /** What to draw the popup in, as soon as it is there. */
  element: HTMLElement | undefined
  /** Goes to the place of this opening. Gives undefined where the popup must be drawn anew, in another element. */
  enter: RefObject<() => DialogPlace | undefined>
}

/** Keeps the element that a popup is drawn in, outside of the part's own place, and chooses its place at each opening. */
export function useDialogHome(): DialogHome {
  const { open, trigger, opener } = useDialogContext()
  const part = useRef<HTMLSpanElement>(null)
  const kept = useRef<HTMLElement>(undefined)
  const [element, setElement] = useState<HTMLElement>()
  const opening = useRef<{ opener: Opener; began: number }>(undefined)
  // During render: the menu item that has the focus may leave the page in the same commit.
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
      heirs: by.heirs,
      watch(popup: HTMLElement, onGone: (isLost: boolean) => void) {
        // Above what is under it, whatever a host's modal hides after it has opened.
        const unhide = new MutationObserver(() => home.removeAttribute('aria-hidden'))
        unhide.observe(home, { attributeFilter: ['aria-hidden'] })
        // A test's DOM has none.
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

  // The only effect whose cleanup means that the part has gone; the popup's own cleanup comes after it.
  useInsertionEffect(() => () => queueMicrotask(() => kept.current?.remove()), [])

  return { part, element, enter }
}
