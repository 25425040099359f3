/**
 * Shortens a request's id to what a person can read out: its last eight signs, in two groups. They are found in any log
 * that has the whole id, and unlike the first ones they differ where ids begin with the time.
 * What has no more than eight stays as it is.
 */
export function shortReference(id: string): string {
  const signs = id.replace(/[^a-z0-9]/gi, '')
  return signs.length > 8 && /\d/.test(id) ? signs.slice(-8).toUpperCase().replace(/^.{4}/, '$&-') : id
}
