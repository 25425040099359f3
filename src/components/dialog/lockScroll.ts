/** On `html` while a dialog of ours is open. Its value is how many are open, since two copies of this code may share a page. */
const LOCK = 'data-seam-portal-lock'

/** On a locked `html` that had a scrollbar. On a page without one, a gutter would move the content sideways. */
const GUTTER = 'data-seam-portal-gutter'

let sheet: CSSStyleSheet | undefined

/**
 * Keeps the page behind a dialog from scrolling and from moving sideways, until the returned function is called. It sets
 * an attribute. A style saved under a host's own lock, and written back later, would lock the page forever.
 */
export function lockScroll(): () => void {
  const root = document.documentElement
  // On a narrow page the dialog is as wide as the window, and the backdrop does not cover a gutter.
  const hasGutter = innerWidth > Math.max(root.clientWidth, 639)
  if (count(1) === 1) root.toggleAttribute(GUTTER, hasGutter)
  adopt()
  return () => {
    if (count(-1)) return
    root.removeAttribute(LOCK)
    root.removeAttribute(GUTTER)
    if (sheet) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
  }
}

function count(change: number): number {
  const root = document.documentElement
  const locks = Number(root.getAttribute(LOCK)) + change
  root.setAttribute(LOCK, String(locks))
  return locks
}

/** Adds the rule as an adopted stylesheet: it works without our stylesheet, and a strict policy allows it. */
function adopt(): void {
  const { adoptedStyleSheets: adopted } = document
  // jsdom has no adoptedStyleSheets.
  if (!adopted || (sheet && adopted.includes(sheet))) return
  sheet ??= new CSSStyleSheet()
  sheet.replaceSync(`[${LOCK}]{overflow:hidden!important}[${GUTTER}]{scrollbar-gutter:stable!important}`)
  document.adoptedStyleSheets = [...adopted, sheet]
}
