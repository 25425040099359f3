import type { PortalStaff } from '../PortalSnapshot'
import { actionButton } from './button'
import { eventsTab } from './eventsTab'
import { type Child, h, lines, mark } from './h'
import type { Page, Tab } from './Page'
import { placesTab } from './placeView'
import { tabs } from './sections'
import { staysTab } from './stayView'

const TABS = { stays: staysTab, places: placesTab, staff: staffTab, events: eventsTab }

/** The section `manage`: its tabs, and the one that is chosen. */
export function manageView(page: Page): Child {
  const { data, state, draw, tell, t } = page
  const all = tabs(page)
  const chosen = all.find((name) => name === state.tab) ?? all[0] ?? 'places'
  const counts: Partial<Record<Tab, number>> = {
    stays: data.stays.length,
    places: data.places.length,
    staff: staff(page).length,
  }
  return [
    h('p', { class: 'intro' }, t('manage_intro')),
    h(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': t('manage') },
      all.map((name) =>
        h(
          'button',
          {
            type: 'button',
            'data-id': `tab ${name}`,
            'aria-pressed': String(name === chosen),
            onclick: () => {
              state.tab = name
              tell('')
              draw()
            },
          },
          t(name),
          name in counts ? h('span', { class: 'count' }, ` ${counts[name]}`) : null,
        ),
      ),
    ),
    TABS[chosen](page),
  ]
}

function staff({ data, state }: Page): PortalStaff[] {
  return data.staff.filter(({ key }) => !state.removed.has(key))
}

function staffTab(page: Page): Child {
  const { state, draw, t } = page
  const all = staff(page)
  if (!all.length) return h('p', { class: 'empty' }, t('no_staff'))
  return h(
    'ul',
    {},
    all.map(({ key, name, email = null }) =>
      h(
        'li',
        { class: 'row', 'data-staff': key },
        mark(name || key),
        lines(name || key, email),
        actionButton(
          page,
          `remove ${key}`,
          t('remove'),
          () => {
            state.removed.add(key)
            draw()
          },
          { 'aria-label': `${t('remove')} ${name || key}` },
        ),
      ),
    ),
  )
}
