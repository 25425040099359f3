'use client'

import {
  type RefCallback,
  type RefObject,
  useCallback,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
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
  partRef: RefCallback<HTMLSpanElement>
  /** The element to render the popup into; undefined on a server and during hydration. */
  element: HTMLElement | undefined
  /** Moves the element to the place of this opening. Returns undefined when React must render into another element. */
  enter: RefObject<() => DialogPlace | undefined>
}

/** Keeps the element that a popup is rendered into, and chooses its place on the page at each opening. */
export function useDialogHome(): DialogHome {
  const { open, last, opener } = useDialogContext()
  const part = useRef<HTMLSpanElement>(null)
  // Made before it has a place, so that the popup is rendered in the same commit.
  const [element, setElement] = useState<HTMLElement | undefined>(() =>
    isInBrowser ? document.createElement('div') : undefined,
  )
  const placed = useRef<HTMLElement>(undefined)
  const opening = useRef<{ opener: Opener; began: number }>(undefined)
  // React cannot hydrate what is rendered into another element.
  const isHydrated = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  // During render: the focused menu item may unmount in the same commit.
  const focused = useMemo(() => (open && isInBrowser ? noteOpener() : undefined), [open])

  const enter = useLatest(() => {
    const { trigger } = last.current
    opening.current ??= {
      opener: trigger ? noteOpener(trigger) : (opener ?? focused ?? noteOpener(null)),
      began: performance.now(),
    }
    const { opener: by, began } = opening.current
    const home = placeDialog(placed.current, element as HTMLElement, by, part.current as HTMLSpanElement)
    placed.current = home
    setElement(home)
    if (home !== element) return undefined
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

  // A ref is set before the layout effects of the popup: a frame from the cache would reload off the page.
  const partRef = useCallback(
    (node: HTMLSpanElement | null) => {
      part.current = node
      if (node && !placed.current) enter.current()
    },
    [enter],
  )
  useBrowserLayoutEffect(() => {
    if (!open) opening.current = undefined
  }, [open])

  // Only the cleanup of an insertion effect means that the part unmounts. The popup's own cleanup runs after it.
  useInsertionEffect(() => () => queueMicrotask(() => placed.current?.remove()), [])

  return { partRef, element: isHydrated ? element : undefined, enter }
}

const isInBrowser = typeof document === 'object'

function subscribe(): () => void {
  return () => {}
}
