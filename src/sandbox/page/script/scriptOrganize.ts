/** Page script: the section organize. */
export const scriptOrganize = String.raw`
function organizeView() {
  const all = devices()
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
            all.map((device, at) => {
              const home = data.places.find((place) => device.id === 'lock-' + place.key)
              const choices = [{ id: '', name: t('not_assigned') }].concat(
                data.places.map((place) => ({ id: place.list + ' ' + place.key, name: place.name })),
              )
              const select = h(
                'select',
                {
                  'data-id': 'assign ' + device.id,
                  'aria-label': t('place') + ': ' + device.name + ' ' + (at + 1),
                  disabled: options.read_only === true,
                  onchange: () => {
                    state.assigned[device.id] = select.value
                    draw()
                  },
                },
                choices.map((choice) =>
                  h('option', { value: choice.id, selected: choice.id === device.place }, choice.name),
                ),
              )
              return h(
                'tr',
                { 'data-device': device.id },
                h(
                  'td',
                  {},
                  h('div', { class: 'name' }, device.name),
                  h('div', { class: 'muted small' }, home ? home.name : device.id),
                ),
                h('td', {}, select),
              )
            }),
          ),
        )
      : empty('no_devices'),
  ]
}
`
