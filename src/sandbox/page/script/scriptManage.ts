/** Page script: the section manage, and the pages of one stay, one place and one device. */
export const scriptManage = String.raw`
function manageView() {
  var all = tabs()
  if (all.indexOf(state.tab) < 0) state.tab = all[0]
  var counts = { stays: data.stays.length, places: data.places.length, staff: people().length }
  return [
    h('p', { class: 'intro' }, t('manage_intro')),
    h('div', { class: 'tabs', role: 'group', 'aria-label': t('manage') }, all.map(function (name) {
      return h('button', { type: 'button', 'data-id': 'tab ' + name, 'aria-pressed': String(state.tab === name), onclick: function () { state.tab = name; tell(''); draw() } },
        t(name), name in counts ? h('span', { class: 'count' }, ' ' + counts[name]) : null)
    })),
    { stays: staysTab, places: placesTab, staff: staffTab, events: eventsTab }[state.tab](),
  ]
}

function staysTab() {
  if (!data.stays.length) return empty('no_stays')
  var head = function (key, wide) { return h('th', { scope: 'col', class: wide ? 'wide' : '' }, t(key)) }
  return h('table', {}, h('thead', {}, h('tr', {}, head('name'), head('when', true), head('place', true), head('access_code'))), h('tbody', {}, data.stays.map(function (stay) {
    var id = stay.list + ' ' + stay.key
    return h('tr', { 'data-stay': stay.key },
      h('td', {}, link(stay.name, 'stay', id), h('div', { class: 'muted small' }, stay.person || ''), h('div', { class: 'muted small narrow' }, range(stay))),
      h('td', { class: 'wide' }, range(stay)), h('td', { class: 'wide' }, stay.places.join(', ')),
      h('td', {}, state.revoked[id] ? h('span', { class: 'pill bad' }, t('revoked')) : copyCode(id, code(stay), stay.name)))
  })))
}

function placesTab() {
  var waiting = devices().filter(function (device) { return !device.managed && device.place })
  return [
    waiting.length ? h('div', { class: 'notice row' }, h('span', { class: 'grow' }, t('not_managed_count', { count: waiting.length })), action('start managing', t('start_managing'), function () { confirmManaging(waiting) })) : null,
    data.places.length ? h('ul', {}, data.places.map(function (place) {
      var own = devicesOf(place)
      return h('li', { class: 'row', 'data-place': place.key }, mark(place.name),
        h('div', { class: 'grow' }, link(place.name, 'place', place.list + ' ' + place.key), h('div', { class: 'muted small' }, place.address || own.map(function (one) { return one.name }).join(', '))),
        own.length ? h('span', { class: own.every(function (one) { return one.managed }) ? 'pill good' : 'pill' }, t(own.every(function (one) { return one.managed }) ? 'managed' : 'not_managed')) : null)
    })) : empty('no_places'),
  ]
}

function people() {
  return data.staff.filter(function (one) { return !state.removed[one.key] })
}

function staffTab() {
  return people().length ? h('ul', {}, people().map(function (one) {
    return h('li', { class: 'row', 'data-staff': one.key }, mark(one.name || one.key), lines(one.name || one.key, one.email),
      action('remove ' + one.key, t('remove'), function () { state.removed[one.key] = true; draw() }, { 'aria-label': t('remove') + ' ' + (one.name || one.key) }))
  })) : empty('no_staff')
}

function eventsTab() {
  var rows = eventRows()
  return [
    h('fieldset', { class: 'chips' }, h('legend', {}, t('event_types')), eventTypes().map(function (type) {
      var box = h('input', { type: 'checkbox', 'data-id': 'event ' + type, 'data-event': type, checked: state.events[type] === true, onchange: function () { state.events[type] = box.checked; draw() } })
      return h('label', {}, box, type)
    })),
    rows.length ? h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('time')), h('th', { scope: 'col' }, t('event')), h('th', { scope: 'col', class: 'wide' }, t('place')))),
      h('tbody', {}, rows.map(function (row) {
        return h('tr', {}, h('td', {}, date(row.time)), h('td', {}, row.type, h('div', { class: 'muted small narrow' }, row.name)), h('td', { class: 'wide' }, row.name))
      }))) : empty('no_events'),
  ]
}

function link(label, view, id) {
  return h('button', { type: 'button', class: 'link', 'data-id': 'open ' + id, onclick: function () { go(view, id) } }, label)
}

function code(stay) {
  return state.codes[stay.list + ' ' + stay.key] || stay.code
}

function range(stay) {
  return [stay.starts_at, stay.ends_at].filter(Boolean).map(function (at) { return date(at, stay.time_zone) }).join(' – ')
}

function facts(pairs) {
  return h('dl', { class: 'facts' }, pairs.filter(function (pair) { return pair[1] }).map(function (pair) { return [h('dt', {}, t(pair[0])), h('dd', {}, pair[1])] }))
}

function stayView() {
  var stay = data.stays.find(function (one) { return one.list + ' ' + one.key === state.id })
  var revoked = state.revoked[state.id] === true
  return [
    h('div', {}, h('span', { class: revoked ? 'pill bad' : 'pill good' }, t(revoked ? 'revoked' : 'active'))),
    facts([['guest', stay.person], ['check_in', date(stay.starts_at, stay.time_zone)], ['check_out', date(stay.ends_at, stay.time_zone)], ['place', stay.places.join(', ')], ['access_code', revoked ? null : copyCode(state.id, code(stay), stay.name)]]),
    feature('manage').exclude_reservation_technical_details ? null : [h('h2', {}, t('technical_details')), facts([['identifier', h('span', { class: 'code' }, stay.key)]])],
    feature('manage').exclude_reservation_management ? null : h('div', { class: 'actions' },
      action('new code', t('new_code'), function () { state.codes[state.id] = String(1000 + (hash(code(stay) + state.id) % 9000)); state.copied = null; draw() }, { disabled: revoked || options.read_only === true }),
      action('revoke', t(revoked ? 'restore' : 'revoke'), function () { state.revoked[state.id] = !revoked; draw() })),
  ]
}

function deviceRow(device) {
  return h('li', { class: 'row', 'data-device': device.id }, mark(device.name), lines(device.name, t('battery') + ' ' + new Intl.NumberFormat(state.locale, { style: 'percent' }).format(device.battery / 100)),
    h('span', { class: 'pill' }, t(device.locked ? 'locked' : 'unlocked')), action('lock ' + device.id, t(device.locked ? 'unlock' : 'lock'), function () { state.unlocked[device.id] = device.locked; draw() }))
}

function placeView() {
  var place = placeOf(state.id)
  var own = devicesOf(place)
  var stays = data.stays.filter(function (stay) { return stay.places.indexOf(place.name) >= 0 })
  return [
    place.address ? h('p', { class: 'intro' }, place.address) : null,
    h('h2', {}, t('devices')), own.length ? h('ul', {}, own.map(deviceRow)) : empty('no_devices'),
    stays.length ? [h('h2', {}, t('stays')), h('ul', {}, stays.map(function (stay) {
      return h('li', { class: 'row' }, options.navigation_mode === 'restricted' ? lines(stay.name, range(stay)) : h('div', { class: 'grow' }, link(stay.name, 'stay', stay.list + ' ' + stay.key), h('div', { class: 'muted small' }, range(stay))), copyCode(stay.list + ' ' + stay.key, code(stay), stay.name))
    }))] : null,
  ]
}

function deviceView() {
  return h('ul', {}, devices().filter(function (one) { return one.id === state.id }).map(deviceRow))
}

function confirmManaging(waiting) {
  var words = feature('manage').device_management_confirmation || {}
  var fill = function (own, key) { return own === undefined ? t(key, { count: waiting.length }) : own.replace(/\{count\}/g, waiting.length) }
  var end = function () { dialog.close(); dialog.remove() }
  var dialog = h('dialog', { 'aria-labelledby': 'confirm' }, h('form', { method: 'dialog', onsubmit: function (event) { event.preventDefault() } },
    h('h2', { id: 'confirm' }, fill(words.title, 'confirm_title')), h('p', { class: 'muted' }, fill(words.body, 'confirm_body')),
    h('div', { class: 'actions' },
      button('confirm', fill(words.confirm_button_label, 'manage'), function () { waiting.forEach(function (one) { state.managed[one.id] = true }); end(); draw() }, { class: 'button solid' }),
      button('decline', fill(words.cancel_button_label, 'cancel'), end))))
  document.body.append(dialog)
  dialog.addEventListener('cancel', end)
  dialog.showModal()
}
`
