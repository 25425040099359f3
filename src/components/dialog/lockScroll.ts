/** On the page's root while a dialog of ours is open. Its value is how many are: two copies of this code may share a page. */
const LOCK = 'data-seam-portal-lock'

/** On the page's root while it is locked, where it had a scrollbar. A page without one would be pushed aside. */
const GUTTER = 'data-seam-portal-gutter'

let sheet: CSSStyleSheet | undefined

/**
 * Keeps the page behind a dialog from scrolling, and from shifting sideways; the returned function lets go. By an
 * attribute: a style of the page that was saved under a host's lock and written back would lock the page for good.
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

/** In the document's own list: a page without our stylesheet is locked too, and a strict policy allows it. */
function adopt(): void {
  const { adoptedStyleSheets: adopted } = document
  // A test's DOM has no such list.
  if (!adopted || (sheet && adopted.includes(sheet))) return
  sheet ??= new CSSStyleSheet()
  sheet.replaceSync(`[${LOCK}]{overflow:hidden!important}[${GUTTER}]{scrollbar-gutter:stable!important}`)
  document.adoptedStyleSheets = [...adopted, sheet]
}
