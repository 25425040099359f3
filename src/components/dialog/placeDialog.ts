/**
 * Moves the element that a popup is rendered into to the end of the host's modal around its opener, or to the end of the
 * page. In the modal, the focus trap and the test for a press outside count the dialog as inside. Returns the element, or
 * a new one where the browser cannot move it without reloading its frame.
 */
export function placeDialog(home: HTMLElement, part: Element, modals: readonly Element[] = []): HTMLElement {
  const root = part.getRootNode()
  const parent = (modals.find(isShown) ?? (root instanceof ShadowRoot ? root : document.body)) as Element
  let placed = home
  if (home.parentNode !== parent) {
    try {
      parent.moveBefore(home, null)
    } catch {
      // The browser has no moveBefore, or the home is not on the page: the host's modal was removed with it, or it is new
      // and has no parent.
      if (home.parentNode && home.querySelector('iframe')) placed = document.createElement('div')
      parent.append(placed)
    }
  }
  // It has no box, so it makes no gap in a host's grid. A host's page may hide everything behind its modal: undo that.
  placed.style.cssText = 'display: contents; visibility: visible; pointer-events: auto'
  carry(part, placed)
  return placed
}

/** Whether an element is displayed. In one that is not, a modal dialog makes the page inert and shows nothing. */
export function isShown(element: Element): boolean {
  // jsdom has no checkVisibility.
  return element.checkVisibility?.() ?? element.isConnected
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
    // What is equal follows the page when the page changes its theme.
    if (value !== ours.getPropertyValue(name)) home.style.setProperty(name, value)
  }
}
