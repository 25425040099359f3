import { lockScroll } from './lockScroll'
import { focusFirst, type Opener } from './noteOpener'
import { isShown } from './placeDialog'

/** A host's modal that disappears within these milliseconds after the opening was fading out already. */
const FADE = 1000

/** One opening of a dialog. */
export interface Opening extends Opener {
  /** When it began, on the clock of `performance.now()`. */
  began: number
}

/**
 * Opens a dialog over the page. Returns a function that closes it and gives the focus back. `onGone` is called when the
 * host's modal around it is hidden or removed. `isLost` is false where that modal only faded out as the dialog opened.
 */
export function openModal(
  popup: HTMLDialogElement,
  home: HTMLElement,
  { focusTargets, began }: Opening,
  onGone: (isLost: boolean) => void,
): () => void {
  const unlock = lockScroll()
  // jsdom has neither showModal nor ResizeObserver.
  popup.showModal?.()
  popup.open = true
  // Focus the title. In the frame this page gets no Escape key, and on Close the Enter key would close the dialog.
  popup.querySelector<HTMLElement>('[data-seam-portal=title]')?.focus({ preventScroll: true })
  // Without this, Escape would also close a host's modal around the dialog.
  window.addEventListener('keydown', keepEscape, true)

  // A host's modal sets aria-hidden on the rest of the page, also after the dialog has opened.
  const unhide = () => home.removeAttribute('aria-hidden')
  unhide()
  const attributes = new MutationObserver(unhide)
  attributes.observe(home, { attributeFilter: ['aria-hidden'] })
  const size =
    'ResizeObserver' in window
      ? new ResizeObserver(() => {
          if (!isShown(popup)) onGone(performance.now() - began > FADE)
        })
      : undefined
  size?.observe(popup)

  return () => {
    attributes.disconnect()
    size?.disconnect()
    window.removeEventListener('keydown', keepEscape, true)
    unlock()
    const { activeElement, body } = document
    const hasFocus = activeElement === body || popup.contains(activeElement)
    // WebKit keeps the focus in a dialog that fades out, and a later inert sends it to the body: so inert comes first.
    popup.inert = true
    popup.close?.()
    popup.open = false
    if (hasFocus) focusFirst(focusTargets)
  }
}

/** Elements that do not handle Escape themselves. A host's field, a menu and its button may handle it. */
const WITHOUT_ESCAPE = 'body, [data-seam-portal], dialog :is(button, a):not([role], [aria-expanded=true])'

function keepEscape(event: KeyboardEvent): void {
  // The target may be the document, which has no `matches`.
  if (event.key === 'Escape' && (event.target as Partial<Element>).matches?.(WITHOUT_ESCAPE))
    event.stopPropagation()
}
