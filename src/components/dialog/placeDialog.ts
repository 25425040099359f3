import type { Opener } from './noteOpener'

/** What a dialog takes from the place of its part, where the place it is drawn in says otherwise. */
const CARRIED = [
  'font-family',
  'color-scheme',
  ...'scheme surface surface-subtle canvas text text-muted border border-control accent on-accent focus danger backdrop shadow font radius space dialog-width dialog-height drawer-width duration ease'
    .split(' ')
    .map((name) => `--seam-portal-${name}`),
]

/**
 * Puts the element that a dialog is drawn in to the end of the host's modal around its opener, so that the modal's focus
 * trap and its test for a press outside count it as inside, or to the end of the page. Gives back that element, or a
 * new one where the browser cannot move it without reloading the frame in it.
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
  // No box of its own, so no gap in a host's grid. The rest is what a host's page may say of all that is behind a modal.
  placed.style.cssText = 'display: contents; visibility: visible; pointer-events: auto'
  placed.removeAttribute('aria-hidden')
  carry(part, placed)
  return placed
}

/** Whether a user can see an element: in one that is not displayed, a modal dialog is an inert page and nothing else. */
export function isShown(element: Element): boolean {
  return element.isConnected && (element.checkVisibility?.() ?? true)
}

/** The theme, the font and the direction of the part's place; not its text, such as capitals or italics. */
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
