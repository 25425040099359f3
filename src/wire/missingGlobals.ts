/** Says in a sentence which of these global objects are not there, or nothing. */
export function missingGlobals(names: readonly string[]): string | undefined {
  const missing = names.filter((name) => !(name in globalThis)).map((name) => `\`${name}\``)
  return missing.length > 0
    ? `This environment has no global ${missing.join(', ')}, so no request could be answered: add what is missing, as docs/testing.md shows for tests.`
    : undefined
}
