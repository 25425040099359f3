// Origins alone, which are the same for everyone.
const connected = new Set<string>()

/** Opens connections to origins ahead of a frame: once per page and origin. It tells them nothing but that we came. */
export function preconnect(origins: readonly string[]): void {
  for (const origin of origins) {
    if (connected.has(origin)) continue
    connected.add(origin)
    const link = document.createElement('link')
    link.rel = 'preconnect'
    link.href = origin
    document.head.append(link)
  }
}
