import CssBaseline from '@mui/material/CssBaseline'
import { createTheme, ThemeProvider } from '@mui/material/styles'
import { ThemeProvider as NextThemes } from 'next-themes'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import 'react-seam-portal/styles.css'
import { Parts } from './Parts.js'

const BOTH = { light: true, dark: true }

/** A dark page, by each way that MUI and next-themes have. The address names one. */
const WAYS = {
  'mui-palette': () => mui({ palette: { mode: 'dark' } }),
  'mui-class': () =>
    mui({ cssVariables: { colorSchemeSelector: 'class' }, colorSchemes: BOTH }, { defaultMode: 'dark' }),
  // Without a selector it follows the machine.
  'mui-media': () => mui({ cssVariables: true, colorSchemes: BOTH }),
  'next-themes-attribute': () => nextThemes('data-theme'),
  'next-themes-class': () => nextThemes('class'),
}

createRoot(document.getElementById('root')).render(WAYS[location.hash.slice(1)]())

function mui(options, props) {
  const theme = createTheme(options)
  const baseline = createElement(CssBaseline, { enableColorScheme: true })
  return createElement(ThemeProvider, { theme, ...props }, baseline, createElement(Parts))
}

function nextThemes(attribute) {
  return createElement(NextThemes, { attribute, defaultTheme: 'dark' }, createElement(Parts))
}
