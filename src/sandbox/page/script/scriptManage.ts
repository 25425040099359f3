/** Page script: the section manage and its four tabs. */
export const scriptManage = String.raw`
function manageView() {
  const all = tabs()
  if (all.indexOf(state.tab) < 0) state.tab = all[0]
  const counts = { stays: data.stays.length, places: data.places.length, staff: people().length }
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
            'data-id': 'tab ' + name,
            'aria-pressed': String(state.tab === name),
            onclick: () => {
              state.tab = name
              tell('')
              draw()
            },
          },
          t(name),
          name in counts ? h('span', { class: 'count' }, ' ' + counts[name]) : null,
        ),
      ),
    ),
    { stays: staysTab, places: placesTab, staff: staffTab, events: eventsTab }[state.tab](),
  ]
}

function staysTab() {
  if (!data.stays.length) return empty('no_stays')
  const head = (key, wide) => h('th', { scope: 'col', class: wide ? 'wide' : '' }, t(key))
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, head('name'), head('when', true), head('place', true), head('access_code'))),
    h(
      'tbody',
      {},
      data.stays.map((stay) => {
        const id = stay.list + ' ' + stay.key
        return h(
          'tr',
          { 'data-stay': stay.key },
          h(
            'td',
            {},
            link(stay.name, 'stay', id),
            h('div', { class: 'muted small' }, stay.person || ''),
            h('div', { class: 'muted small narrow' }, range(stay)),
          ),
          h('td', { class: 'wide' }, range(stay)),
          h('td', { class: 'wide' }, stay.places.join(', ')),
          h(
            'td',
            {},
            state.revoked[id]
              ? h('span', { class: 'pill bad' }, t('revoked'))
              : copyCode(id, code(stay), stay.name),
          ),
        )
      }),
    ),
  )
}

function placesTab() {
  const waiting = devices().filter((device) => !device.managed && device.place)
  return [
    waiting.length
      ? h(
          'div',
          { class: 'notice row' },
          h('span', { class: 'grow' }, t('not_managed_count', { count: waiting.length })),
          action('start managing', t('start_managing'), () => {
            confirmManaging(waiting)
          }),
        )
      : null,
    data.places.length
      ? h(
          'ul',
          {},
          data.places.map((place) => {
            const own = devicesOf(place)
            return h(
              'li',
              { class: 'row', 'data-place': place.key },
              mark(place.name),
              h(
                'div',
                { class: 'grow' },
                link(place.name, 'place', place.list + ' ' + place.key),
                h('div', { class: 'muted small' }, place.address || own.map((one) => one.name).join(', ')),
              ),
              own.length
                ? h(
                    'span',
                    { class: own.every((one) => one.managed) ? 'pill good' : 'pill' },
                    t(own.every((one) => one.managed) ? 'managed' : 'not_managed'),
                  )
                : null,
            )
          }),
        )
      : empty('no_places'),
  ]
}

function people() {
  return data.staff.filter((one) => !state.removed[one.key])
}

function staffTab() {
  return people().length
    ? h(
        'ul',
        {},
        people().map((one) =>
          h(
            'li',
            { class: 'row', 'data-staff': one.key },
            mark(one.name || one.key),
            lines(one.name || one.key, one.email),
            action(
              'remove ' + one.key,
              t('remove'),
              () => {
                state.removed[one.key] = true
                draw()
              },
              { 'aria-label': t('remove') + ' ' + (one.name || one.key) },
            ),
          ),
        ),
      )
    : empty('no_staff')
}

function eventsTab() {
  const rows = eventRows()
  return [
    h(
      'fieldset',
      { class: 'chips' },
      h('legend', {}, t('event_types')),
      eventTypes().map((type) => {
        const box = h('input', {
          type: 'checkbox',
          'data-id': 'event ' + type,
          'data-event': type,
          checked: state.events[type] === true,
          onchange: () => {
            state.events[type] = box.checked
            draw()
          },
        })
        return h('label', {}, box, type)
      }),
    ),
    rows.length
      ? h(
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
            rows.map((row) =>
              h(
                'tr',
                {},
                h('td', {}, date(row.time)),
                h('td', {}, row.type, h('div', { class: 'muted small narrow' }, row.name)),
                h('td', { class: 'wide' }, row.name),
              ),
            ),
          ),
        )
      : empty('no_events'),
  ]
}
`
