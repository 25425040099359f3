/** Finds the fields of an input that did not survive its schema, each path once: `reservations[].colour`. */
export function unknownFields(input: unknown, output: unknown): string[] {
  const paths = new Set<string>()
  walk(input, output, '', paths)
  return [...paths]
}

function walk(input: unknown, output: unknown, path: string, found: Set<string>): void {
  if (input === null || typeof input !== 'object' || output === null || typeof output !== 'object') return
  if (Array.isArray(input)) {
    for (const [at, item] of input.entries()) walk(item, (output as unknown[])[at], `${path}[]`, found)
    return
  }
  for (const [name, value] of Object.entries(input)) {
    const here = path ? `${path}.${name}` : name
    if (Object.hasOwn(output, name)) walk(value, (output as Record<string, unknown>)[name], here, found)
    else found.add(here)
  }
}
