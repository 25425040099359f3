import { maskSecrets } from './maskSecrets'
import type { Difference } from './Pasted'

/** Makes a difference without secrets and short enough for a line. `from` is the pasted value, if one is to be shown. */
export function createDifference(
  kind: Difference['kind'],
  field: string,
  sentence: string,
  from?: unknown,
): Difference {
  const text = typeof from === 'string' ? from : from === undefined ? undefined : JSON.stringify(from)
  return { kind, field: toLine(field), ...(text !== undefined && { from: toLine(text) }), sentence }
}

function toLine(text: string): string {
  // Five lines are enough to see a secret whose beginning is in the first.
  const line = maskSecrets(text.slice(0, 400)).replace(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 79).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}
