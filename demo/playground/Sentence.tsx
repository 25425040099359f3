import type { ReactNode } from 'react'

/** A sentence whose names in backticks are shown as code. */
export function Sentence({ text }: { text: string }): ReactNode {
  // Every second part is between two backticks.
  return text.split('`').map((part, at) => (at % 2 ? <code key={`${at} ${part}`}>{part}</code> : part))
}
