/** Opens connections to origins ahead of a frame: once per page and origin. It tells them nothing but that we came. */
export function preconnect(origins: readonly string[]): void {
  for (const origin of origins) {
    if (document.head.querySelector(`link[rel=preconnect][href="${CSS.escape(origin)}"]`)) continue
    const link = document.createElement('link')
    link.rel = 'preconnect'
    link.href = origin
    document.head.append(link)
  }
}
