import type { Opener } from './noteOpener'

/** The properties that a dialog takes from its part's place, where its own place has other values. */
const CARRIED = [
  'font-family',
  'color-scheme',
  ...'scheme surface surface-subtle canvas text text-muted border border-control accent on-accent focus danger backdrop shadow font radius space dialog-width dialog-height drawer-width duration ease'
    .split(' ')
    .map((name) => `--seam-portal-${name}`),
]

/**
 * Moves the element of a dialog to the end of the host's modal around its opener, or to the end of the page. In the
 * modal, the focus trap and the test for a press outside count the dialog as inside. Returns the element, or a new one
 * where the browser cannot move it without reloading its frame.
 */
export function placeDialog(home: HTMLElement | undefined, { modals }: Opener, part: Element): HTMLElement {
  const root = part.getRootNode()
  const parent = modals.find(isShown) ?? (root instanceof ShadowRoot ? root : document.body)
  if (home?.parentNode !== parent || !home.isConnected) {
    try {
      ;(parent as Element).moveBefore(home as HTMLElement, null)
    } catch {
      // The browser has no moveBefore, or the host's modal was removed with the element in it.
      home?.remove()
      home = document.createElement('div')
      parent.append(home)
    }
  }
  const placed = home as HTMLElement
  // It has no box, so it makes no gap in a host's grid. A host's page may hide everything behind its modal: undo that.
  placed.style.cssText = 'display: contents; visibility: visible; pointer-events: auto'
  placed.removeAttribute('aria-hidden')
  carry(part, placed)
  return placed
}

/** Whether an element is displayed. In one that is not, a modal dialog makes the page inert and shows nothing. */
export function isShown(element: Element): boolean {
  return element.isConnected && (element.checkVisibility?.() ?? true)
}

/** Copies theme, font and direction from the part's place. Text styles such as capitals stay there. */
function carry(part: Element, home: HTMLElement): void {
  const theirs = getComputedStyle(part)
  const ours = getComputedStyle(home)
  home.removeAttribute('dir')
  if (theirs.direction !== ours.direction) home.dir = theirs.direction
  for (const name of CARRIED) {
    const value = theirs.getPropertyValue(name)
    if (value !== ours.getPropertyValue(name)) home.style.setProperty(name, value)
  }
}
