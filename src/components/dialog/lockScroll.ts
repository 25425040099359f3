let locks = 0
let before = { overflow: '', scrollbarGutter: '' }

/** Keeps the page behind a dialog from scrolling, and from shifting sideways; the returned function lets go. */
export function lockScroll(): () => void {
  const { style } = document.documentElement
  if (locks === 0) {
    const { overflow, scrollbarGutter } = style
    before = { overflow, scrollbarGutter }
    // A page without a scrollbar would be pushed aside by a gutter for one.
    if (window.innerWidth > document.documentElement.clientWidth) style.scrollbarGutter = 'stable'
    style.overflow = 'hidden'
  }
  locks += 1
  return () => {
    locks -= 1
    if (!locks) Object.assign(style, before)
  }
}
