import { devices, find, hash } from './devices'
import { formatTime } from './formatTime'
import { type Child, h, small } from './h'
import type { Page } from './Page'

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
export function eventsTab(page: Page): Child {
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
