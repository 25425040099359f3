/**
 * Shortens a request's id so that a person can read it out: to its last eight letters and digits, in two groups. A
 * search for each group finds the id in a log. It takes the last ones, because some ids begin with the time.
 * A shorter id stays unchanged.
 */
export function shortReference(id: string): string {
  const characters = id.replace(/[^a-z0-9]/gi, '')
  return characters.length > 8 && /\d/.test(id)
    ? characters.slice(-8).toUpperCase().replace(/^.{4}/, '$&-')
    : id
}
