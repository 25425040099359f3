import type { ReactNode } from 'react'
import { ChoiceMenu } from './ChoiceMenu'
import { Icon } from './Icon'

/** The ten languages of the portal, each under its own name. */
const LANGUAGES = [
  { value: 'en-US', label: 'English' },
  { value: 'pt-PT', label: 'Português' },
  { value: 'fr-FR', label: 'Français' },
  { value: 'it-IT', label: 'Italiano' },
  { value: 'es-ES', label: 'Español' },
  { value: 'de-DE', label: 'Deutsch' },
  { value: 'nl-NL', label: 'Nederlands' },
  { value: 'el-GR', label: 'Ελληνικά' },
  { value: 'pl-PL', label: 'Polski' },
  { value: 'ru-RU', label: 'Русский' },
]

interface LanguageMenuProps {
  locale: string
  onLocaleChange: (locale: string) => void
}

/** A menu for the language of the portals. */
export function LanguageMenu({ locale, onLocaleChange }: LanguageMenuProps): ReactNode {
  return (
    <ChoiceMenu
      label="Portal language"
      className="quiet"
      align="end"
      note="For the portals and the words around them. This dashboard speaks English only."
      value={locale}
      choices={LANGUAGES.map((one) => ({ ...one, lang: one.value }))}
      onChange={onLocaleChange}
      button={
        <>
          <Icon name="globe" />
          <span className="wide">{LANGUAGES.find(({ value }) => value === locale)?.label}</span>
        </>
      }
    />
  )
}
