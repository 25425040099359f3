import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { LanguageMenu } from './LanguageMenu'
import { Link } from './Link'
import { ThemeMenu } from './ThemeMenu'

interface TopBarProps {
  section: string
  /** The names of the pages from the section down. */
  trail: readonly string[]
  locale: string
  onLocaleChange: (locale: string) => void
  onSignOut: () => void
}

/** The current page's name, and the menus of every page: language, theme and signing out. */
export function TopBar({ section, trail, locale, onLocaleChange, onSignOut }: TopBarProps): ReactNode {
  return (
    <header className="topbar">
      <nav aria-label="Breadcrumb">
        <ol className="breadcrumb">
          {trail.map((name, at) => (
            <li key={name}>
              {at < trail.length - 1 ? (
                <Link href={`/${section}`}>{name}</Link>
              ) : (
                <span aria-current="page">{name}</span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <LanguageMenu locale={locale} onLocaleChange={onLocaleChange} />
      <ThemeMenu />
      <button type="button" className="quiet" onClick={onSignOut} title="Sign out" aria-label="Sign out">
        <Icon name="signOut" />
        <span className="wide">Sign out</span>
      </button>
    </header>
  )
}
