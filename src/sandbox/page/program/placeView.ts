import type { PortalPlace, PortalStay } from '../PortalSnapshot'
import { actionButton, button, type Child, copyCode, h, lines, linkButton, mark, small } from './h'
import { type Device, devices, devicesOf, find, idOf } from './devices'
import { formatStay } from './formatTime'
import type { Page } from './Page'
import { codeOf } from './stayView'
import type { PageWords } from '../words/enUS'

/** The page of one place: its devices and its stays. */
export function placeView(page: Page): Child {
  const { data, state, t } = page
  const place = find(data.places, state.id)
  if (!place) return null
  const own = devicesOf(page, place)
  const stays = data.stays.filter((stay) => stay.places.includes(place.name))
  return [
    place.address ? h('p', { class: 'intro' }, place.address) : null,
    h('h2', {}, t('devices')),
    own.length
      ? h(
          'ul',
          {},
          own.map((device) => deviceRow(page, device)),
        )
      : h('p', { class: 'empty' }, t('no_devices')),
    stays.length
      ? [
          h('h2', {}, t('stays')),
          h(
            'ul',
            {},
            stays.map((stay) => stayRow(page, stay)),
          ),
        ]
      : null,
  ]
}

/** The page of one device. */
export function deviceView(page: Page): Child {
  return h(
    'ul',
    {},
    devices(page)
      .filter(({ id }) => id === page.state.id)
      .map((device) => deviceRow(page, device)),
  )
}

/** The tab `places`: every place, with the question whether its devices shall be managed. */
export function placesTab(page: Page): Child {
  const { data, t } = page
  const waiting = devices(page).filter(({ managed, place }) => !managed && place)
  return [
    waiting.length
      ? h(
          'div',
          { class: 'notice row' },
          h('span', { class: 'grow' }, t('not_managed_count', { count: waiting.length })),
          actionButton(page, 'start managing', t('start_managing'), () => confirmManaging(page, waiting)),
        )
      : null,
    data.places.length
      ? h(
          'ul',
          {},
          data.places.map((place) => placeRow(page, place)),
        )
      : h('p', { class: 'empty' }, t('no_places')),
  ]
}

function placeRow(page: Page, place: PortalPlace): HTMLElement {
  const own = devicesOf(page, place)
  const managed = own.every((device) => device.managed)
  return h(
    'li',
    { class: 'row', 'data-place': place.key },
    mark(place.name),
    h(
      'div',
      { class: 'grow' },
      linkButton(page, place.name, 'place', idOf(place)),
      small(place.address || own.map(({ name }) => name).join(', ')),
    ),
    own.length
      ? h('span', { class: managed ? 'pill good' : 'pill' }, page.t(managed ? 'managed' : 'not_managed'))
      : null,
  )
}

function stayRow(page: Page, stay: PortalStay): HTMLElement {
  const id = idOf(stay)
  return h(
    'li',
    { class: 'row' },
    page.options.navigation_mode === 'restricted'
      ? lines(stay.name, formatStay(page, stay))
      : h('div', { class: 'grow' }, linkButton(page, stay.name, 'stay', id), small(formatStay(page, stay))),
    copyCode(page, id, codeOf(page, stay), stay.name),
  )
}

function deviceRow(page: Page, { id, name, battery, locked }: Device): HTMLElement {
  const { state, draw, t } = page
  const percent = new Intl.NumberFormat(state.locale, { style: 'percent' }).format(battery / 100)
  return h(
    'li',
    { class: 'row', 'data-device': id },
    mark(name),
    lines(name, `${t('battery')} ${percent}`),
    h('span', { class: 'pill' }, t(locked ? 'locked' : 'unlocked')),
    actionButton(page, `lock ${id}`, t(locked ? 'unlock' : 'lock'), () => {
      if (locked) state.unlocked.add(id)
      else state.unlocked.delete(id)
      draw()
    }),
  )
}

/** Asks, in the partner's words or in ours, whether these devices shall be managed. Managed devices are billed. */
function confirmManaging({ options, state, draw, t }: Page, waiting: readonly Device[]): void {
  const words = options.features?.manage?.device_management_confirmation ?? {}
  const count = waiting.length
  const fill = (own: string | undefined, key: keyof PageWords) =>
    own?.replaceAll('{count}', String(count)) ?? t(key, { count })
  const end = () => {
    dialog.close()
    dialog.remove()
  }
  const confirm = () => {
    for (const { id } of waiting) state.managed.add(id)
    end()
    draw()
  }
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'confirm', oncancel: end },
    h(
      'form',
      { method: 'dialog', onsubmit: (event) => event.preventDefault() },
      h('h2', { id: 'confirm' }, fill(words.title, 'confirm_title')),
      h('p', { class: 'muted' }, fill(words.body, 'confirm_body')),
      h(
        'div',
        { class: 'actions' },
        button('confirm', fill(words.confirm_button_label, 'manage'), confirm, { class: 'button solid' }),
        button('decline', fill(words.cancel_button_label, 'cancel'), end),
      ),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
}
