import type { Locale } from '../../../wire/LOCALES'
import { type Child, h } from './h'
import type { Page, Section, Tab } from './Page'

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

const SECTIONS: readonly Section[] = ['connect', 'organize', 'manage', 'configure']
const TABS: readonly Tab[] = ['stays', 'places', 'staff', 'events']

const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['august', 'August'],
  ['igloohome', 'igloohome'],
  ['kwikset', 'Kwikset'],
  ['nuki', 'Nuki'],
  ['salto_ks', 'SALTO KS'],
  ['schlage', 'Schlage'],
  ['ttlock', 'TTLock'],
  ['yale', 'Yale'],
])

/** Lists the sections that `features` leaves on. */
export function sections({ options: { features = {} } }: Page): Section[] {
  return SECTIONS.filter(
    (name) => !features[name]?.exclude && !(name === 'manage' && features.manage_devices?.exclude),
  )
}

/** Says whether the page shows one record and no section. */
export function isRecord(page: Page): boolean {
  return !(sections(page) as string[]).includes(page.state.view)
}

/** Lists the tabs of the section `manage` that `features.manage` leaves on. */
export function tabs({ options: { features } }: Page): Tab[] {
  const { exclude_reservation_management, exclude_staff_management } = features?.manage ?? {}
  return TABS.filter(
    (name) =>
      !(name === 'stays' && exclude_reservation_management) &&
      !(name === 'staff' && exclude_staff_management),
  )
}

/** Lists the keys of the providers that the section `connect` offers. */
export function providers({ options: { features } }: Page): string[] {
  const { accepted_providers = [...PROVIDERS.keys()], excluded_providers = [] } = features?.connect ?? {}
  return accepted_providers.filter((key) => !excluded_providers.includes(key))
}

/** Writes a provider's key as people read it: `my_locks` becomes `My Locks`. */
export function providerName(key: string): string {
  const words = key.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return PROVIDERS.get(key) ?? words.join(' ')
}
