/** The colours of the look that a host can set, in both themes, as getComputedStyle writes them. */
export const COLOURS = {
  light: {
    surface: 'rgb(255, 255, 255)',
    'surface-subtle': 'rgb(246, 247, 249)',
    text: 'rgb(22, 24, 29)',
    'text-muted': 'rgb(91, 98, 112)',
    border: 'rgb(226, 229, 234)',
    'border-control': 'rgb(129, 136, 150)',
    accent: 'rgb(22, 24, 29)',
    'on-accent': 'rgb(255, 255, 255)',
    focus: 'rgb(37, 99, 235)',
    danger: 'rgb(180, 35, 24)',
    backdrop: 'rgba(12, 14, 18, 0.48)',
  },
  dark: {
    surface: 'rgb(23, 25, 30)',
    'surface-subtle': 'rgb(31, 34, 40)',
    text: 'rgb(236, 238, 242)',
    'text-muted': 'rgb(163, 170, 182)',
    border: 'rgb(44, 48, 56)',
    'border-control': 'rgb(107, 114, 128)',
    accent: 'rgb(236, 238, 242)',
    'on-accent': 'rgb(23, 25, 30)',
    focus: 'rgb(123, 167, 255)',
    danger: 'rgb(255, 143, 133)',
    backdrop: 'rgba(0, 0, 0, 0.64)',
  },
} as const

/** The name of a theme. */
export type Theme = keyof typeof COLOURS

/** The name of a colour, without its prefix. */
export type Colour = keyof (typeof COLOURS)['light']
