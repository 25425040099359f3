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
import { useBrowserLayoutEffect, useLatest } from '../../hooks/useLatest'
import { useDialogContext } from './DialogContext'
import { type FocusTarget, noteOpener, type Opener } from './noteOpener'

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

/**
 * Moves the element of a dialog to the end of the host's modal around its opener, or to the end of the page. In the
 * modal, the focus trap and the test for a press outside count the dialog as inside. `placed` is the element where it
 * was placed before; `fresh` has never been on the page. Returns the element, or a new one where the browser cannot move
 * it without reloading its frame.
 */
function placeDialog(
  placed: HTMLElement | undefined,
  fresh: HTMLElement,
  { modals }: Opener,
  part: Element,
): HTMLElement {
  const root = part.getRootNode()
  const parent = (modals.find(isShown) ?? (root instanceof ShadowRoot ? root : document.body)) as Element
  let home = placed ?? fresh
  if (!placed) parent.append(home)
  else if (placed.parentNode !== parent || !placed.isConnected) {
    try {
      parent.moveBefore(home, null)
    } catch {
      // The browser has no moveBefore, or the host's modal was removed with the element in it.
      placed.remove()
      home = document.createElement('div')
      parent.append(home)
    }
  }
  // It has no box, so it makes no gap in a host's grid. A host's page may hide everything behind its modal: undo that.
  home.style.cssText = 'display: contents; visibility: visible; pointer-events: auto'
  home.removeAttribute('aria-hidden')
  carry(part, home)
  return home
}

/** Whether an element is displayed. In one that is not, a modal dialog makes the page inert and shows nothing. */
function isShown(element: Element): boolean {
  return element.isConnected && (element.checkVisibility?.() ?? true)
}

/** Copies theme, font and direction from the part's place. Text styles such as capitals stay there. */
function carry(part: Element, home: HTMLElement): void {
  const theirs = getComputedStyle(part)
  const ours = getComputedStyle(home)
  home.removeAttribute('dir')
  if (theirs.direction !== ours.direction) home.dir = theirs.direction
  // Only the stylesheet reads the tokens, so it has the list of them.
  const tokens = theirs.getPropertyValue('--seam-portal-tokens').match(/[\w-]+/g) ?? []
  for (const name of ['font-family', 'color-scheme', ...tokens.map((token) => `--seam-portal-${token}`)]) {
    const value = theirs.getPropertyValue(name)
    if (value !== ours.getPropertyValue(name)) home.style.setProperty(name, value)
  }
}
