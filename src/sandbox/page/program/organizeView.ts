import { type Device, devices, idOf } from './devices'
import { type Child, h, small } from './h'
import type { Page } from './Page'

/** The section `organize`: every device, and a choice of its place. */
export function organizeView(page: Page): Child {
  const all = devices(page)
  const { t } = page
  return [
    h('p', { class: 'intro' }, t('organize_intro')),
    all.length
      ? h(
          'table',
          {},
          h(
            'thead',
            {},
            h('tr', {}, h('th', { scope: 'col' }, t('device')), h('th', { scope: 'col' }, t('place'))),
          ),
          h(
            'tbody',
            {},
            all.map((device, at) => row(page, device, at + 1)),
          ),
        )
      : h('p', { class: 'empty' }, t('no_devices')),
  ]
}

function row(page: Page, device: Device, number: number): HTMLElement {
  const home = page.data.places.find((place) => device.id === `lock-${place.key}`)
  return h(
    'tr',
    { 'data-device': device.id },
    h('td', {}, h('div', { class: 'name' }, device.name), small(home ? home.name : device.id)),
    h('td', {}, choice(page, device, number)),
  )
}

function choice({ data, options, state, draw, t }: Page, device: Device, number: number): HTMLElement {
  const places = [{ id: '', name: t('not_assigned') }].concat(
    data.places.map((place) => ({ id: idOf(place), name: place.name })),
  )
  const select = h(
    'select',
    {
      'data-id': `assign ${device.id}`,
      'aria-label': `${t('place')}: ${device.name} ${number}`,
      disabled: options.read_only === true,
      onchange: () => {
        state.assigned.set(device.id, select.value)
        draw()
      },
    },
    places.map(({ id, name }) => h('option', { value: id, selected: id === device.place }, name)),
  )
  return select
}
