/** A host of the library: an app, and the tool that builds it. */
export interface Host {
  /** Its name in buildHost.mjs. */
  id: string
  /** Its name for readers. */
  name: string
  /** The folder whose lockfile has its tools. Without it, the tools are the repository's own. */
  tools?: 'hosts' | 'hosts/rest'
  /** The packages whose versions docs/compatibility.md shows. */
  packages: readonly string[]
  /** The page to open. @default 'index.html' */
  page?: string
  /** Whether it also builds the engine, for a browser. */
  pushes?: boolean
}

/** The hosts that every test run builds. */
export const FAST_HOSTS = [
  { id: 'vite-8', name: 'Vite 8', packages: ['vite'], pushes: true },
  { id: 'webpack', name: 'webpack 5', tools: 'hosts', packages: ['webpack', 'css-loader'], pushes: true },
  { id: 'rspack', name: 'Rspack 2', tools: 'hosts', packages: ['@rspack/core'], pushes: true },
] as const satisfies readonly Host[]

/** A host with design systems. Each sets the scheme in its own way. */
export const THEMES_HOST = {
  id: 'vite-8-themes',
  name: 'Vite 8 with MUI and next-themes',
  tools: 'hosts',
  packages: ['vite', '@mui/material', 'next-themes'],
} as const satisfies Host

/** The slower hosts, for `npm run test:hosts`. */
export const REST_HOSTS = [
  { id: 'vite-7', name: 'Vite 7', tools: 'hosts/rest', packages: ['vite-7'] },
  {
    id: 'webpack-preset-env',
    name: 'webpack 5 with postcss-preset-env',
    tools: 'hosts/rest',
    packages: ['webpack', 'postcss-preset-env'],
  },
  { id: 'parcel', name: 'Parcel 2', tools: 'hosts/rest', packages: ['parcel'] },
  { id: 'esbuild', name: 'esbuild', packages: ['esbuild'] },
  {
    id: 'storybook',
    name: 'Storybook 10',
    packages: ['storybook', '@storybook/react-vite'],
    page: 'iframe.html?id=parts--all&viewMode=story',
  },
] as const satisfies readonly Host[]

/** examples/next without its stylesheet, by both of Next's bundlers. */
export const NEXT_HOSTS = [
  { id: 'next-turbopack', name: 'Next 16, Turbopack', packages: ['next'] },
  { id: 'next-webpack', name: 'Next 16, webpack', packages: ['next'] },
] as const satisfies readonly Host[]
