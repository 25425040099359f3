/** Moves an iframe that is on the page without reloading it, or says that this browser or this place cannot. */
export function moveWithoutReload(element: Element, parent: Element): boolean {
  try {
    parent.moveBefore(element, null)
  } catch {
    // A browser without the way, or one of the two is not on the page.
  }
  return element.parentElement === parent
}
