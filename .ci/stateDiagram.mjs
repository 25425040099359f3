/** Draws the table of a portal's states as a Mermaid chart: one line for each way from one state to another. */
export function stateDiagram(states) {
  const lines = ['stateDiagram-v2', '  [*] --> idle']
  for (const [status, events] of Object.entries(states)) {
    const ways = new Map()
    for (const [event, { to }] of Object.entries(events)) {
      if (to !== status) ways.set(to, [...(ways.get(to) ?? []), event])
    }
    for (const [to, names] of ways) lines.push(`  ${status} --> ${to}: ${names.join(', ')}`)
  }
  return ['```mermaid', ...lines, '```'].join('\n')
}
