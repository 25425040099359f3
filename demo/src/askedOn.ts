let pressed = Number.NEGATIVE_INFINITY

for (const event of ['pointerdown', 'click']) {
  addEventListener(event, () => (pressed = performance.now()), { capture: true, passive: true })
}

/** A header that says what made the dashboard request a portal. Only the panel at the bottom shows it. */
export function askedOn(): { 'x-asked-on': string } {
  return { 'x-asked-on': cause() }
}

function cause(): 'click' | 'hover' | 'focus' | 'page' {
  if (performance.now() - pressed < 50) return 'click'
  if (document.querySelector('[data-seam-portal=launcher]:hover')) return 'hover'
  return document.activeElement?.matches('[data-seam-portal=launcher]') ? 'focus' : 'page'
}
