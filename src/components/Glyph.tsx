import type { ReactNode } from 'react'
import { GLYPHS } from './GLYPHS'

/** A line drawing beside words that say the same. */
export function Glyph({ name }: { name: keyof typeof GLYPHS }): ReactNode {
  return (
    <svg data-seam-portal="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={GLYPHS[name]} />
    </svg>
  )
}
