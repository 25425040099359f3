import type { PortalSnapshot } from './PortalSnapshot'

/**
 * Writes a snapshot for the hash of a static page's address: JSON in base64url.
 * With a limit, records are left out from the end until the text is at most that long.
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

/** Writes a value as JSON in base64url: letters that a hash may hold. */
export function encodeHash(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value))
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
