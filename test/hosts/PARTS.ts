import type { Colour } from './COLOURS'

/** The colours of one element on a host's page, by their names in the look. */
export interface Part {
  name: string
  selector: string
  pseudo?: '::backdrop'
  colours: Partial<
    Record<'backgroundColor' | 'borderTopColor' | 'borderBottomColor' | 'color' | 'outlineColor', Colour>
  >
}

const SOLID = { backgroundColor: 'accent', color: 'on-accent' } as const
const OUTLINE = { backgroundColor: 'surface', color: 'text', borderTopColor: 'border-control' } as const

/** The elements that a test reads on a host's page, while its dialog is open with an error state in it. */
export const PARTS: readonly Part[] = [
  { name: 'launcher', selector: '[data-seam-portal="launcher"]:not([data-variant])', colours: SOLID },
  { name: 'outline launcher', selector: '[data-seam-portal="launcher"][data-variant]', colours: OUTLINE },
  {
    name: 'frame',
    selector: '[data-seam-portal="frame"]:not(dialog *)',
    colours: { backgroundColor: 'surface', borderTopColor: 'border' },
  },
  { name: 'popup', selector: 'dialog', colours: { backgroundColor: 'surface', color: 'text' } },
  { name: 'backdrop', selector: 'dialog', pseudo: '::backdrop', colours: { backgroundColor: 'backdrop' } },
  {
    name: 'header',
    selector: 'dialog [data-seam-portal="header"]',
    colours: { color: 'text', borderBottomColor: 'border' },
  },
  {
    name: 'button under the pointer',
    selector: 'dialog [data-seam-portal="icon"]:hover',
    colours: { backgroundColor: 'surface-subtle' },
  },
  {
    name: 'button with the focus',
    selector: 'dialog [data-seam-portal="icon"]:focus-visible',
    colours: { outlineColor: 'focus' },
  },
  {
    name: 'error state',
    selector: 'dialog [data-seam-portal="failed"]',
    colours: { backgroundColor: 'surface' },
  },
  { name: 'its icon', selector: 'dialog [data-seam-portal="badge"]', colours: { color: 'danger' } },
  { name: 'its title', selector: 'dialog [data-seam-portal="heading"]', colours: { color: 'text' } },
  { name: 'its sentence', selector: 'dialog [data-seam-portal="body"]', colours: { color: 'text-muted' } },
  {
    name: 'its first button',
    selector: 'dialog [data-seam-portal="button"]:not([data-variant])',
    colours: SOLID,
  },
  {
    name: 'its second button',
    selector: 'dialog [data-seam-portal="button"][data-variant]',
    colours: OUTLINE,
  },
]
