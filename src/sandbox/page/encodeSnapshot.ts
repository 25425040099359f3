import type { PortalSnapshot } from './PortalSnapshot'

/**
 * Writes a snapshot as text for the hash of a static page's address: JSON in base64url.
 * A limit is a number of characters: the longest lists lose their last records until the text fits.
 */
export function encodeSnapshot(
  snapshot: PortalSnapshot,
  limit = Number.POSITIVE_INFINITY,
): { text: string; complete: boolean } {
  const left = {
    ...snapshot,
    staff: [...snapshot.staff],
    stays: [...snapshot.stays],
    places: [...snapshot.places],
  }
  let text = encodeHash(left)
  while (text.length > limit) {
    const longest = [left.staff, left.stays, left.places].sort((a, b) => b.length - a.length)[0]
    if (!longest?.pop()) break
    text = encodeHash(left)
  }
  const complete = text.length === encodeHash(snapshot).length
  return { text, complete }
}

/** Writes a value as JSON in base64url, which a hash can hold without escapes. */
export function encodeHash(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
