import type { Page, Section, Tab } from './Page'

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
