/**
 * On `html` while a dialog of ours is open. Its value is how many are open, since two copies of this code may share a
 * page; then `gutter`, if the page had a scrollbar.
 */
const LOCK = 'data-seam-portal-lock'

/** The rule of this copy of the code, once it is on the page. */
let sheet: CSSStyleSheet | undefined

/**
 * Keeps the page behind a dialog from scrolling and from moving sideways, until the returned function is called. It sets
 * an attribute. A style saved under a host's own lock, and written back later, would lock the page forever.
 */
export function lockScroll(): () => void {
  // An adopted stylesheet works without our stylesheet, and a strict policy allows it. jsdom has none.
  const { adoptedStyleSheets } = document
  if (adoptedStyleSheets) {
    sheet ??= new CSSStyleSheet()
    sheet.replaceSync(
      `[${LOCK}]{overflow:hidden!important}[${LOCK}$=gutter]{scrollbar-gutter:stable!important}`,
    )
    if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet)
  }
  count(1)
  return () => count(-1)
}

function count(change: number): void {
  const root = document.documentElement
  // On a page without a scrollbar, a gutter would move the content sideways. On a narrow page the dialog is as wide as the
  // window, and the backdrop does not cover a gutter.
  const hasGutter = innerWidth > Math.max(root.clientWidth, 639)
  const [locks = 0, gutter = hasGutter ? 'gutter' : ''] = root.getAttribute(LOCK)?.split(' ') ?? []
  const left = Number(locks) + change
  if (left) root.setAttribute(LOCK, `${left} ${gutter}`)
  else root.removeAttribute(LOCK)
}
