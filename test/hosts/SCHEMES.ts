import type { Theme } from './COLOURS'

/** A way to choose the theme of a page, and the theme that the parts must then have. */
export interface Scheme {
  name: string
  theme: Theme
  /** The user's preference in the browser. @default 'light' */
  machine?: Theme
  /** Code that runs in the loaded page, as a host would at run time. */
  apply?: () => void
  /** The end of the page's address, which tells the host what to do. */
  hash?: string
  /** The browser has no light-dark(). */
  old?: true
  /** Whether docs/compatibility.md has a picture of it. */
  pictured?: true
}

/** Undoes what a scheme has applied. Runs in the page. */
export function resetPage(): void {
  for (const element of document.querySelectorAll('.scheme')) element.remove()
  for (const element of document.querySelectorAll('[data-theme]')) element.removeAttribute('data-theme')
  document.documentElement.style.removeProperty('color-scheme')
}

/** The ways that every host has. */
export const SCHEMES: readonly Scheme[] = [
  { name: 'nothing is set', theme: 'light', pictured: true },
  { name: 'nothing is set, on a dark machine', theme: 'light', machine: 'dark' },
  {
    name: 'CSS: `color-scheme: dark`',
    theme: 'dark',
    apply: () =>
      document.head.insertAdjacentHTML(
        'beforeend',
        '<style class="scheme">:root { color-scheme: dark }</style>',
      ),
  },
  {
    name: 'CSS: `color-scheme: light dark`',
    theme: 'light',
    apply: () =>
      document.head.insertAdjacentHTML(
        'beforeend',
        '<style class="scheme">:root { color-scheme: light dark }</style>',
      ),
  },
  {
    name: 'CSS: `color-scheme: light dark`, on a dark machine',
    theme: 'dark',
    machine: 'dark',
    apply: () =>
      document.head.insertAdjacentHTML(
        'beforeend',
        '<style class="scheme">:root { color-scheme: light dark }</style>',
      ),
  },
  {
    name: '`style.colorScheme = "dark"` at run time',
    theme: 'dark',
    pictured: true,
    apply: () => document.documentElement.style.setProperty('color-scheme', 'dark'),
  },
  {
    name: '`<meta name="color-scheme" content="dark">`',
    theme: 'dark',
    apply: () =>
      document.head.insertAdjacentHTML(
        'beforeend',
        '<meta class="scheme" name="color-scheme" content="dark">',
      ),
  },
  {
    name: '`<meta name="color-scheme" content="light dark">`, on a dark machine',
    theme: 'dark',
    machine: 'dark',
    apply: () =>
      document.head.insertAdjacentHTML(
        'beforeend',
        '<meta class="scheme" name="color-scheme" content="light dark">',
      ),
  },
  {
    name: '`data-theme="dark"` on the root',
    theme: 'dark',
    apply: () => document.documentElement.setAttribute('data-theme', 'dark'),
  },
  {
    name: '`data-theme="dark"` on the part itself',
    theme: 'dark',
    apply() {
      for (const element of document.querySelectorAll('[data-seam-portal]'))
        element.setAttribute('data-theme', 'dark')
    },
  },
  {
    name: '`data-theme="light"` on a dark page',
    theme: 'light',
    apply() {
      document.documentElement.style.setProperty('color-scheme', 'dark')
      document.body.setAttribute('data-theme', 'light')
    },
  },
  {
    name: '`data-theme="light"` within `data-theme="dark"`',
    theme: 'light',
    apply() {
      document.documentElement.setAttribute('data-theme', 'dark')
      document.body.setAttribute('data-theme', 'light')
    },
  },
  {
    name: '`data-theme="dark"` within `data-theme="light"`',
    theme: 'dark',
    apply() {
      document.documentElement.setAttribute('data-theme', 'light')
      document.body.setAttribute('data-theme', 'dark')
    },
  },
  {
    name: 'a browser without `light-dark()`, on a dark page',
    theme: 'light',
    old: true,
    apply: () => document.documentElement.style.setProperty('color-scheme', 'dark'),
  },
]

/** The ways of two design systems, as in app/themes.js. */
export const THEMES: readonly Scheme[] = [
  { name: 'MUI: `palette.mode`', theme: 'dark', hash: '#mui-palette' },
  { name: 'MUI: `cssVariables`, by class', theme: 'dark', hash: '#mui-class' },
  { name: 'MUI: `cssVariables`, on a dark machine', theme: 'dark', machine: 'dark', hash: '#mui-media' },
  { name: 'next-themes: `attribute="data-theme"`', theme: 'dark', hash: '#next-themes-attribute' },
  { name: 'next-themes: `attribute="class"`', theme: 'dark', hash: '#next-themes-class' },
]
