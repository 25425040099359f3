import type { Locale } from '../../../wire/LOCALES'
import { type Child, h } from './h'
import type { Page } from './Page'
import { sections } from './sections'

const LANGUAGES: Readonly<Record<Locale, string>> = {
  'en-US': 'English',
  'pt-PT': 'Português',
  'fr-FR': 'Français',
  'it-IT': 'Italiano',
  'es-ES': 'Español',
  'de-DE': 'Deutsch',
  'nl-NL': 'Nederlands',
  'el-GR': 'Ελληνικά',
  'pl-PL': 'Polski',
  'ru-RU': 'Русский',
}

/** The choice of section, or nothing where `navigation_mode` is restricted or there is only one. */
export function navigation(page: Page): HTMLElement | null {
  const { options, state, go, t } = page
  const all = sections(page)
  if (options.navigation_mode === 'restricted' || all.length < 2) return null
  // A record is part of the section `manage`.
  const current = all.find((name) => name === state.view) ?? 'manage'
  return h(
    'nav',
    { class: 'nav', 'aria-label': t('sections') },
    all.map((name) =>
      h(
        'button',
        {
          type: 'button',
          'data-id': `nav ${name}`,
          'data-section': name,
          'aria-current': name === current ? 'page' : null,
          onclick: () => go(name),
        },
        t(name),
      ),
    ),
  )
}

/** The page's own choice of language, or nothing where `exclude_locale_picker` is set. */
export function localePicker({ options, state, draw, tell, t }: Page): Child {
  if (options.exclude_locale_picker) return null
  const select = h(
    'select',
    {
      class: 'push',
      'data-id': 'locale',
      'aria-label': t('language'),
      onchange: () => {
        state.locale = localeOf(select.value)
        tell('')
        draw()
      },
    },
    Object.entries(LANGUAGES).map(([key, name]) =>
      h('option', { value: key, selected: key === state.locale, lang: key }, name),
    ),
  )
  return select
}

/** The locale of that name. Anything else is English. */
export function localeOf(name: unknown): Locale {
  return (Object.keys(LANGUAGES) as Locale[]).find((locale) => locale === name) ?? 'en-US'
}
