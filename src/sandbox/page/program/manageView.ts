import type { PortalStaff } from '../PortalSnapshot'
import { actionButton, type Child, h, lines, mark, small } from './h'
import type { Page, Tab } from './Page'
import { placesTab } from './placeView'
import { tabs } from './navigation'
import { staysTab } from './stayView'
import { devices, find, hash } from './devices'
import { formatTime } from './formatTime'

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

const EVENTS = [
  'lock.unlocked',
  'lock.locked',
  'device.low_battery',
  'device.connected',
  'device.disconnected',
] as const

interface PortalEvent {
  type: string
  /** Milliseconds since 1970. */
  time: number
  /** The name of the place, or of the device where it has no place. */
  name: string
}

/** The tab `events`: a filter of types, and the events that pass it. */
function eventsTab(page: Page): Child {
  const { t } = page
  const types = eventTypes(page)
  const rows = events(page, types)
  return [
    h(
      'fieldset',
      { class: 'chips' },
      h('legend', {}, t('event_types')),
      types.map((type) => choice(page, type)),
    ),
    rows.length ? table(page, rows) : h('p', { class: 'empty' }, t('no_events')),
  ]
}

function eventTypes({ options: { features } }: Page): readonly string[] {
  const allowed = features?.manage?.events?.allowed_events ?? []
  return allowed.length ? allowed : EVENTS
}

// An event for each of the first twelve devices, a little over three hours apart.
function events(page: Page, types: readonly string[]): PortalEvent[] {
  const { data, state } = page
  const chosen = types.filter((type) => state.events.has(type))
  return devices(page)
    .slice(0, 12)
    .map((device, at) => ({
      type: String(EVENTS[(hash(device.id) + at) % EVENTS.length]),
      time: data.made_at - (at * 187 + 12) * 60_000,
      name: find(data.places, device.place)?.name ?? device.name,
    }))
    .filter(({ type }) => (chosen.length ? chosen : types).includes(type))
}

function choice({ state, draw }: Page, type: string): HTMLElement {
  const box = h('input', {
    type: 'checkbox',
    'data-id': `event ${type}`,
    'data-event': type,
    checked: state.events.has(type),
    onchange: () => {
      if (box.checked) state.events.add(type)
      else state.events.delete(type)
      draw()
    },
  })
  return h('label', {}, box, type)
}

function table(page: Page, rows: readonly PortalEvent[]): HTMLElement {
  const { t } = page
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, t('time')),
        h('th', { scope: 'col' }, t('event')),
        h('th', { scope: 'col', class: 'wide' }, t('place')),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(({ type, time, name }) =>
        h(
          'tr',
          {},
          h('td', {}, formatTime(page, time)),
          h('td', {}, type, small(name, ' narrow')),
          h('td', { class: 'wide' }, name),
        ),
      ),
    ),
  )
}
