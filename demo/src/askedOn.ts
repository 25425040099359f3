let pressed = Number.NEGATIVE_INFINITY

for (const event of ['pointerdown', 'click']) {
  addEventListener(event, () => (pressed = performance.now()), { capture: true, passive: true })
}

/** What made the dashboard ask for a portal, as a header: only the strip at the bottom wants to know. */
export function askedOn(): { 'x-asked-on': string } {
  return { 'x-asked-on': cause() }
}

function cause(): 'click' | 'hover' | 'focus' | 'page' {
  if (performance.now() - pressed < 50) return 'click'
  if (document.querySelector('[data-seam-portal=launcher]:hover')) return 'hover'
  return document.activeElement?.matches('[data-seam-portal=launcher]') ? 'focus' : 'page'
}
