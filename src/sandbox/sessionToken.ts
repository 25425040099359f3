/** A fresh client session token in the vendor's form. It cannot be guessed: the page behind it is a secret. */
export function sessionToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return `seam_cst_${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`
}
