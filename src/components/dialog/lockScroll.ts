let locks = 0
let before = ''
let gutter = ''

/** Keeps the page behind a dialog from scrolling, and from shifting sideways; the returned function lets go. */
export function lockScroll(): () => void {
  const { style } = document.documentElement
  if (locks === 0) {
    before = style.overflow
    gutter = style.scrollbarGutter
    style.overflow = 'hidden'
    style.scrollbarGutter = 'stable'
  }
  locks += 1
  return () => {
    locks -= 1
    if (locks > 0) return
    style.overflow = before
    style.scrollbarGutter = gutter
  }
}
