import type { ReactNode } from 'react'
import { GLYPHS } from './GLYPHS'

/** A line icon beside words of the same meaning. Its look is in attributes, so it needs no stylesheet. */
export function Glyph({ name }: { name: keyof typeof GLYPHS }): ReactNode {
  return (
    <svg
      data-seam-portal="glyph"
      viewBox="0 0 24 24"
      aria-hidden="true"
      width="20"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
      strokeLinecap="round"
      fill="none"
    >
      <path d={GLYPHS[name]} />
    </svg>
  )
}
