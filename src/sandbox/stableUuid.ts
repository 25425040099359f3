/** Makes a UUID from a text. The same text gives the same UUID, so the ids of a sandbox are equal in every run. */
export function stableUuid(text: string): string {
  const hex = [0, 1, 2, 3].map((salt) => hash(`${salt}:${text}`).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
    sum ^= sum >>> 15
  }
  return sum >>> 0
}
