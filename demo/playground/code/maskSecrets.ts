const MASK = '••••'

/** Keys of device providers. They begin like a secret and are none. */
const PROVIDERS = ['seam_bridge', 'seam_relay_admin']

/**
 * Replaces keys, tokens and portal addresses in any text, and leaves the rest as it is. A variable's name, such as
 * `$SEAM_API_KEY`, is no secret. To mask a masked text changes nothing.
 */
export function maskSecrets(text: string): string {
  return (
    text
      .replace(
        /(\bauthorization["'`]?\s*[:=]\s*["'`]?\s*(?:bearer\s+|basic\s+)?)(?!bearer\b|basic\b)[^\s"'`$<\\]+/gi,
        `$1${MASK}`,
      )
      .replace(/(\bbearer\s+)[\w.~+/=-]{8,}/gi, `$1${MASK}`)
      .replace(/seam_(?:test|at|cst|pk)[\w-]{3,}/g, `seam_${MASK}`)
      .replace(/(?<![A-Za-z0-9_$])seam_[\w-]+/g, (word) => (PROVIDERS.includes(word) ? word : `seam_${MASK}`))
      // The vendor's console signs in with a token of this form.
      .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, MASK)
      .replace(/(\btoken(?:=|%3D))[^\s"'`&#$<>\\)]+/gi, `$1${MASK}`)
      .replace(/(\/portals\/[^\s"'`?]*\?)[^\s"'`<>\\)]+/gi, `$1${MASK}`)
      // A short address of a portal is itself the token.
      .replace(/(\bse\.am\/)[^\s"'`<>\\)]+/gi, `$1${MASK}`)
  )
}
