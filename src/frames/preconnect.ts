// Only origins, which are the same for all users.
const connected = new Set<string>()

/** Opens connections to origins before a frame needs them, once per page and origin. It sends no request. */
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
