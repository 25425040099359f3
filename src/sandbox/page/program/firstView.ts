import { RESOURCE_KEYS } from '../../../wire/RESOURCE_KEYS'
import { devices, find } from './devices'
import type { Page, View } from './Page'
import { sections } from './sections'

/** Chooses what the page opens on: the deep link, else the landing page, else the first section. */
export function firstView(page: Page): { view: View; id: string } {
  const { deep_link, landing_page } = page.options
  const [[field, key] = []] = Object.entries<string>(landing_page?.manage ?? {})
  const [list] = Object.entries(RESOURCE_KEYS).find(([, name]) => name === field) ?? []
  return (
    (deep_link && deepLinked(page, deep_link)) ||
    (list && key !== undefined && record(page, `${list} ${key}`)) || {
      view: sections(page)[0] ?? 'empty',
      id: '',
    }
  )
}

function deepLinked(page: Page, link: NonNullable<Page['options']['deep_link']>) {
  if (link.resource_type !== 'device') {
    return record(page, `${link.resource_type === 'space' ? 'spaces' : 'reservations'} ${link.resource_key}`)
  }
  const device = devices(page).find(({ id }) => id === link.resource_id)
  return device && { view: 'device' as const, id: device.id }
}

function record({ data }: Page, id: string): { view: View; id: string } | undefined {
  if (find(data.places, id)) return { view: 'place', id }
  return find(data.stays, id) && { view: 'stay', id }
}
