/** A running 64-bit fingerprint of texts. */
export interface Digest {
  /** Takes a text in, and gives the length of that text in UTF-8, in bytes. */
  add: (text: string) => number
  /** The fingerprint so far: 16 hexadecimal digits. */
  value: () => string
}

/**
 * Makes a fingerprint that tells equal texts from different ones: two lanes of 32 bits, each a multiply-and-xor walk
 * over UTF-16 units. It protects against accidents and not against someone who wants two texts to look equal.
 */
export function createDigest(): Digest {
  let one = 0x2f0b4a9d
  let two = 0x51ed270b
  return {
    add(text) {
      let a = one
      let b = two
      let bytes = text.length
      for (let at = 0; at < text.length; at += 1) {
        const unit = text.charCodeAt(at)
        a = Math.imul(a ^ unit, 0x01000193)
        b = Math.imul(b ^ unit, 0x5bd1e995)
        b ^= b >>> 15
        // Each half of a surrogate pair counts two of the pair's four bytes.
        if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
      }
      // The length keeps 'ab' + 'c' from being 'a' + 'bc'.
      one = Math.imul(a ^ text.length, 0x85ebca6b)
      two = Math.imul(b ^ text.length, 0xc2b2ae35)
      one ^= one >>> 13
      two ^= two >>> 16
      return bytes
    },
    value: () => hex(one) + hex(two),
  }
}

/** Fingerprints one text. */
export function digestOf(text: string): string {
  const digest = createDigest()
  digest.add(text)
  return digest.value()
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0')
}
