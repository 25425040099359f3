/** Writes a section of a page anew, from its heading to the next one, and leaves the rest as it is. */
export function replaceSection(page: string, heading: string, text: string): string {
  const [before = '', after = ''] = page.split(`\n## ${heading}\n`)
  const next = after.search(/^## /m)
  return `${before.trimEnd()}\n\n## ${heading}\n\n${text}\n${next < 0 ? '' : `\n${after.slice(next)}`}`
}
