/** Page script: the pages of one stay, one place and one device. */
export const scriptDetails = String.raw`
function link(label, view, id) {
  return h(
    'button',
    {
      type: 'button',
      class: 'link',
      'data-id': 'open ' + id,
      onclick: () => {
        go(view, id)
      },
    },
    label,
  )
}

function code(stay) {
  return state.codes[stay.list + ' ' + stay.key] || stay.code
}

function range(stay) {
  const times = [stay.starts_at, stay.ends_at].filter(Boolean)
  return times.map((at, index) => {
    const more = index + 1 < times.length
    return [h('span', { class: 'keep' }, date(at, stay.time_zone) + (more ? ' –' : '')), more ? ' ' : '']
  })
}

function facts(pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs.filter((pair) => pair[1]).map((pair) => [h('dt', {}, t(pair[0])), h('dd', {}, pair[1])]),
  )
}

function stayView() {
  const stay = data.stays.find((one) => one.list + ' ' + one.key === state.id)
  const revoked = state.revoked[state.id] === true
  return [
    h('div', {}, h('span', { class: revoked ? 'pill bad' : 'pill good' }, t(revoked ? 'revoked' : 'active'))),
    facts([
      ['guest', stay.person],
      ['check_in', date(stay.starts_at, stay.time_zone)],
      ['check_out', date(stay.ends_at, stay.time_zone)],
      ['place', stay.places.join(', ')],
      ['access_code', revoked ? null : copyCode(state.id, code(stay), stay.name)],
    ]),
    feature('manage').exclude_reservation_technical_details
      ? null
      : [
          h('h2', {}, t('technical_details')),
          facts([['identifier', h('span', { class: 'code' }, stay.key)]]),
        ],
    feature('manage').exclude_reservation_management
      ? null
      : h(
          'div',
          { class: 'actions' },
          action(
            'new code',
            t('new_code'),
            () => {
              state.codes[state.id] = String(1000 + (hash(code(stay) + state.id) % 9000))
              state.copied = null
              draw()
            },
            { disabled: revoked || options.read_only === true },
          ),
          action('revoke', t(revoked ? 'restore' : 'revoke'), () => {
            state.revoked[state.id] = !revoked
            draw()
          }),
        ),
  ]
}

function deviceRow(device) {
  return h(
    'li',
    { class: 'row', 'data-device': device.id },
    mark(device.name),
    lines(
      device.name,
      t('battery') +
        ' ' +
        new Intl.NumberFormat(state.locale, { style: 'percent' }).format(device.battery / 100),
    ),
    h('span', { class: 'pill' }, t(device.locked ? 'locked' : 'unlocked')),
    action('lock ' + device.id, t(device.locked ? 'unlock' : 'lock'), () => {
      state.unlocked[device.id] = device.locked
      draw()
    }),
  )
}

function placeView() {
  const place = placeOf(state.id)
  const own = devicesOf(place)
  const stays = data.stays.filter((stay) => stay.places.indexOf(place.name) >= 0)
  return [
    place.address ? h('p', { class: 'intro' }, place.address) : null,
    h('h2', {}, t('devices')),
    own.length ? h('ul', {}, own.map(deviceRow)) : empty('no_devices'),
    stays.length
      ? [
          h('h2', {}, t('stays')),
          h(
            'ul',
            {},
            stays.map((stay) =>
              h(
                'li',
                { class: 'row' },
                options.navigation_mode === 'restricted'
                  ? lines(stay.name, range(stay))
                  : h(
                      'div',
                      { class: 'grow' },
                      link(stay.name, 'stay', stay.list + ' ' + stay.key),
                      h('div', { class: 'muted small' }, range(stay)),
                    ),
                copyCode(stay.list + ' ' + stay.key, code(stay), stay.name),
              ),
            ),
          ),
        ]
      : null,
  ]
}

function deviceView() {
  return h(
    'ul',
    {},
    devices()
      .filter((one) => one.id === state.id)
      .map(deviceRow),
  )
}
`
