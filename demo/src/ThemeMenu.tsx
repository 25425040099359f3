import { type ReactNode, useState } from 'react'
import { ChoiceMenu } from './ChoiceMenu'
import { Icon } from './Icon'

const THEMES = [
  { value: '', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** A menu for the theme. It sets an attribute on the document, and the library's parts follow it. */
export function ThemeMenu(): ReactNode {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme ?? '')
  const choose = (next: string) => {
    document.documentElement.dataset.theme = next
    localStorage.setItem('theme', next)
    setTheme(next)
  }
  return (
    <ChoiceMenu
      label="Theme"
      className="quiet"
      align="end"
      value={theme}
      choices={THEMES}
      onChange={choose}
      button={<Icon name="theme" />}
    />
  )
}
