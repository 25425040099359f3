import type { Pasted } from './Pasted'

export function parsePaste(_text: string): Pasted {
  return { options: {}, differences: [], problem: 'Not read yet.', source: 'json' }
}
