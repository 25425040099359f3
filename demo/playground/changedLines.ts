/** The numbers of the lines that are in the second text and not in the first. */
export function changedLines(before: string, after: string): ReadonlySet<number> {
  const left = new Map<string, number>()
  for (const line of before.split('\n')) left.set(line, (left.get(line) ?? 0) + 1)
  const changed = new Set<number>()
  for (const [number, line] of after.split('\n').entries()) {
    const count = left.get(line) ?? 0
    if (count > 0) left.set(line, count - 1)
    else changed.add(number)
  }
  return changed
}
