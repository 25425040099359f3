import type { ReactNode } from 'react'
import { GLYPHS } from './GLYPHS'

/** A line drawing beside words that say the same. It carries its look, so it is the same without the stylesheet. */
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
