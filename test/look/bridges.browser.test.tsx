/// <reference types="vite/client" />
import bootstrap from 'bootstrap/dist/css/bootstrap.css?inline'
import CssBaseline from '@mui/material/CssBaseline'
import GlobalStyles from '@mui/material/GlobalStyles'
import { createTheme, ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import guide from '../../docs/theming.md?raw'
import { PortalLauncher } from '../../src/index'
import styles from '../../src/styles.css?inline'
import { createPages, enter } from './enter'
import { compileTailwind } from './HOSTS'
import { InlineStage, type Pages, StateProvider } from './Stage'

const root = document.documentElement
const added: Element[] = []
let pages: Pages

beforeAll(async () => {
  pages = await createPages()
})
afterEach(() => {
  for (const element of added.splice(0)) element.remove()
  root.className = ''
  root.removeAttribute('data-bs-theme')
})

/** What a shadcn project has of its own: the names are shadcn's, the values are these tests'. */
const SHADCN = `
  :root { --popover: #fffdf7; --popover-foreground: #101820; --muted: #f0ece0; --muted-foreground: #55606b;
    --border: #dcd6c4; --primary: #0a5c36; --primary-foreground: #f7fff9; --destructive: #a11b1b; --radius: 6px }
  .dark { --popover: #12181f; --popover-foreground: #eef3f7; --muted: #1d2630; --muted-foreground: #a0acb8;
    --border: #2a3642; --primary: #7fe0ae; --primary-foreground: #062414; --destructive: #ff9d9d }`

describe('the bridge of the guide', () => {
  it.each(['light', 'dark'])(
    'from shadcn and Tailwind 4 takes the colours of its %s theme',
    async (theme) => {
      const [, bridge = ''] = blockOf('shadcn and Tailwind 4').split(/@import 'react-seam-portal[^;]*;/)
      addSheet(await compileTailwind('@layer theme, base, components, utilities;'))
      addSheet(`@layer components {${styles}} ${SHADCN} ${bridge}`)
      root.className = theme
      await compare({
        surface: 'var(--popover)',
        text: 'var(--popover-foreground)',
        muted: 'var(--muted-foreground)',
        border: 'var(--border)',
        accent: 'var(--primary)',
        onAccent: 'var(--primary-foreground)',
        danger: 'var(--destructive)',
        scheme: theme,
      })
    },
  )

  it.each(['light', 'dark'])('from Bootstrap takes the colours of its %s theme', async (theme) => {
    addSheet(`${styles} ${bootstrap} ${blockOf('Bootstrap 5.3')}`)
    root.dataset.bsTheme = theme
    await compare({
      surface: 'var(--bs-body-bg)',
      text: 'var(--bs-body-color)',
      muted: 'var(--bs-secondary-color)',
      border: 'var(--bs-border-color)',
      accent: 'var(--bs-primary)',
      onAccent: '#fff',
      danger: 'var(--bs-danger-text-emphasis)',
      scheme: theme,
    })
  })

  it.each(['light', 'dark'])('from MUI takes the colours of its %s theme', async (theme) => {
    addSheet(styles)
    const lines = [...blockOf('MUI').matchAll(/'(--seam-portal-[\w-]+)': '([^']+)'/g)]
    const muiTheme = createTheme({
      cssVariables: { colorSchemeSelector: 'class' },
      colorSchemes: { light: true, dark: true },
    })
    root.className = theme
    const around = (parts: ReactNode) => (
      <ThemeProvider theme={muiTheme} defaultMode={theme as 'light'} storageManager={null}>
        <CssBaseline enableColorScheme />
        <GlobalStyles
          styles={{ ':root': Object.fromEntries(lines.map(([, name, value]) => [name, value])) }}
        />
        {parts}
      </ThemeProvider>
    )
    await compare(
      {
        surface: 'var(--mui-palette-background-paper)',
        text: 'var(--mui-palette-text-primary)',
        muted: 'var(--mui-palette-text-secondary)',
        border: 'var(--mui-palette-divider)',
        accent: 'var(--mui-palette-primary-main)',
        onAccent: 'var(--mui-palette-primary-contrastText)',
        danger: 'var(--mui-palette-error-main)',
        scheme: theme,
      },
      around,
    )
  })
})

/** Our parts have the colours of the host's: both are read off the page, as the browser draws them. */
async function compare(
  { scheme, ...wanted }: Record<string, string>,
  around = (parts: ReactNode) => <>{parts}</>,
) {
  const { unmount } = await enter(
    around(
      <>
        {Object.entries(wanted).map(([name, color]) => (
          <i key={name} id={`wanted-${name}`} style={{ color }} />
        ))}
        <StateProvider state="creating" pages={pages}>
          <PortalLauncher />
        </StateProvider>
        <InlineStage state="vendor_error" pages={pages} />
      </>,
    ),
  )
  const frame = lookOf('[data-seam-portal=frame]')
  const launcher = lookOf('[data-seam-portal=launcher]')
  expect({
    surface: frame.backgroundColor,
    text: frame.color,
    muted: lookOf('[data-seam-portal=body]').color,
    border: frame.borderTopColor,
    accent: launcher.backgroundColor,
    onAccent: launcher.color,
    danger: lookOf('[data-seam-portal=badge]').color,
    // A host that names no scheme is light.
    scheme: frame.colorScheme === 'dark' ? 'dark' : 'light',
  }).toEqual({
    ...Object.fromEntries(Object.keys(wanted).map((name) => [name, lookOf(`#wanted-${name}`).color])),
    scheme,
  })
  unmount()
}

function lookOf(selector: string): CSSStyleDeclaration {
  const element = document.querySelector(selector)
  if (!element) throw new Error(`There is no ${selector}.`)
  return getComputedStyle(element)
}

/** The block of code under a heading of the guide. */
function blockOf(heading: string): string {
  const [, code] =
    new RegExp(`^### ${heading}$[\\s\\S]*?^\`\`\`\\w+\\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide) ?? []
  if (!code) throw new Error(`The guide has no code under ${heading}.`)
  return code
}

function addSheet(text: string) {
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
  added.push(style)
}
