import type { Opener } from './noteOpener'

/**
 * Moves the element of a dialog to the end of the host's modal around its opener, or to the end of the page. In the
 * modal, the focus trap and the test for a press outside count the dialog as inside. `placed` is the element where it
 * was placed before; `fresh` has never been on the page. Returns the element, or a new one where the browser cannot move
 * it without reloading its frame.
 */
export function placeDialog(
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
export function isShown(element: Element): boolean {
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
