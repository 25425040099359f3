const MASK = '••••'

/** Keys of device providers. They begin like a secret and are none, also while somebody types them. */
const PROVIDERS = ['seam_bridge', 'seam_relay_admin']

/** What a secret looks like. Each repetition has an end, so that no text takes long. The first group of each is kept. */
const SECRETS: readonly RegExp[] = [
  /(\bauthorization["'`]?\s{0,9}:\s{0,9}["'`]?(?:(?:bearer|basic)\s{1,9})?)(?!(?:bearer|basic)\b)[\w.~+/=-]{4,}/gi,
  /(\bbearer\s{1,9})[\w.~+/=-]{8,}/gi,
  /(seam_)(?:test|at|cst|pk)[\w-]{3,}/g,
  // A person signs in to the vendor's console with a token of this form.
  /()\beyJ[\w-]{1,200}\.[\w-]{1,2999}\.[\w-]*/g,
  /(\/portals\\?\/[^\s"'`?]{0,99}\?)[^\s"'`<>\\)•]+/gi,
  /((?:\b|_)token(?:=|%3D|["']\s{0,9}:\s{0,9}["']))[^\s"'`&#$<>\\)•]+/gi,
  // A short address of a portal is itself the token.
  /(\bse\.am\\?\/)[^\s"'`<>\\)•]+/gi,
]

/**
 * Replaces keys, tokens and portal addresses in any text, and leaves the rest as it is. A variable's name, such as
 * `$SEAM_API_KEY`, is no secret. To mask a masked text changes nothing.
 */
export function maskSecrets(text: string): string {
  return SECRETS.reduce((masked, secret) => masked.replace(secret, `$1${MASK}`), text).replace(
    // After `_` or `$` it is a variable's name, unless it has a digit and a capital as keys have.
    /(?<![_$])seam_[\w-]+|seam_(?=[\w-]{0,99}\d)(?=[\w-]{0,99}[A-Z])[\w-]+/g,
    (word) => (PROVIDERS.some((name) => name.startsWith(word)) ? word : `seam_${MASK}`),
  )
}
