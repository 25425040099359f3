import type { ReactNode } from 'react'
import type { PortalErrorMessage } from '../wire/PORTAL_ERRORS'

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

const CLOUD_OFF = 'M3 3l18 18M7 7.5A6 6 0 0 0 8 19h10.5M10.5 6A6 6 0 0 1 16 11a4 4 0 0 1 4.8 5.8'
const CLOCK = 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18M12 7v5l3 2'
const WINDOW = 'M3 5h18v14H3zM3 10h18'

/**
 * The line icons: one path each on a grid of 24, stroked in the text's colour. Two buttons have one, and every error
 * state, so that colour is not the only difference between them.
 */
const GLYPHS = {
  close: 'M6 6 18 18M6 18 18 6',
  tab: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  offline: CLOUD_OFF,
  unavailable: CLOUD_OFF,
  unauthorized: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  forbidden: 'M4 5l8-2 8 2v8l-8 8-8-8z',
  rate_limited: CLOCK,
  expired: CLOCK,
  popup_blocked: WINDOW,
  blocked: WINDOW,
} as const satisfies Record<PortalErrorMessage | 'close' | 'tab', string>
