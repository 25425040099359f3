/** Page script: what surrounds the sections, the order of things, and where the snapshot comes from. */
export const scriptShell = String.raw`
var VIEWS = { connect: connectView, organize: organizeView, manage: manageView, configure: configureView, stay: stayView, place: placeView, device: deviceView }

function titleOf() {
  if (state.view === 'stay') return data.stays.find(function (one) { return one.list + ' ' + one.key === state.id }).name
  if (state.view === 'place') return placeOf(state.id).name
  if (state.view === 'device') return devices().find(function (one) { return one.id === state.id }).name
  return t(state.view)
}

function go(view, id) {
  state.view = view
  state.id = id || ''
  state.copied = null
  tell('')
  draw()
  mount.querySelector('h1').focus()
}

function navigation() {
  var all = sections()
  if (options.navigation_mode === 'restricted' || all.length < 2) return null
  var current = VIEWS[state.view] && all.indexOf(state.view) >= 0 ? state.view : 'manage'
  return h('nav', { class: 'nav', 'aria-label': t('sections') }, all.map(function (name) {
    return h('button', { type: 'button', 'data-id': 'nav ' + name, 'data-section': name, 'aria-current': name === current ? 'page' : null, onclick: function () { go(name) } }, t(name))
  }))
}

function localePicker() {
  if (options.exclude_locale_picker) return null
  var select = h('select', { class: 'push', 'data-id': 'locale', 'aria-label': t('language'), onchange: function () { state.locale = select.value; tell(''); draw() } },
    Object.keys(LANGUAGES).map(function (key) { return h('option', { value: key, selected: key === state.locale, lang: key }, LANGUAGES[key]) }))
  return select
}

function footer() {
  return h('footer', { class: 'footer' }, t('sandbox'))
}

function center(title, body, buttons) {
  return h('main', { class: 'center' }, title ? h('h1', {}, title) : null, h('p', { class: 'muted' }, body), buttons.length ? h('div', { class: 'actions' }, buttons) : null)
}

// What a test, or a curious developer, can read off the page.
function describe(view, resource) {
  var facts = { locale: state.locale, embedded: options.is_embedded === true, navigation: options.navigation_mode || 'full', 'read-only': options.read_only === true, view: view, resource: resource || '', sections: sections().join(' '), customer: data.customer_key }
  Object.keys(facts).forEach(function (name) { root.setAttribute('data-portal-' + name, String(facts[name])) })
  root.lang = state.locale
}

function draw() {
  var focused = document.activeElement && mount.contains(document.activeElement) ? document.activeElement.getAttribute('data-id') : null
  var kind = data.notice || (state.view === 'empty' ? 'empty' : '')
  describe(kind || state.view, state.id.slice(state.id.indexOf(' ') + 1))
  document.title = t('title')
  if (kind) return mount.replaceChildren(center(t(kind + '_title'), t(kind + '_body'), []), footer())
  var embedded = options.is_embedded === true
  var nav = navigation()
  var detail = sections().indexOf(state.view) < 0
  var back = detail && options.navigation_mode !== 'restricted' && sections().indexOf('manage') >= 0
    ? h('div', {}, h('button', { type: 'button', class: 'link', 'data-id': 'back', onclick: function () { go('manage') } }, '← ' + t('back'))) : null
  mount.replaceChildren(
    ...(embedded ? [] : [h('header', { class: 'header' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, initials(data.customer_key)), h('span', { class: 'brand' }, data.customer_key), localePicker())]),
    h('div', { class: 'body' }, embedded || !nav ? null : h('div', { class: 'side' }, nav),
      h('main', {}, back, h('div', { class: 'top' }, heading(titleOf()), embedded ? localePicker() : null), embedded ? nav : null,
        options.read_only ? h('p', { class: 'notice', 'data-note': 'read-only' }, t('read_only')) : null, VIEWS[state.view]())),
    footer())
  if (!focused) return
  var again = Array.prototype.find.call(mount.querySelectorAll('[data-id]'), function (one) { return one.getAttribute('data-id') === focused && !one.disabled })
  var next = again || mount.querySelector('h1')
  next.focus({ preventScroll: true })
}

function decode(text) {
  var binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, function (one) { return one.charCodeAt(0) })))
}

function encode(value) {
  var binary = ''
  new TextEncoder().encode(JSON.stringify(value)).forEach(function (byte) { binary += String.fromCharCode(byte) })
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function start() {
  var embedded = document.getElementById('snapshot')
  var asked = null
  data = { customer_key: '', options: {}, places: [], stays: [], staff: [], made_at: 0, notice: 'missing' }
  try {
    if (embedded) data = JSON.parse(embedded.textContent)
    else if (location.hash.indexOf('#connect=') === 0) asked = decode(location.hash.slice(9))
    else if (location.hash) data = decode(location.hash.slice(1))
  } catch (_) {}
  if (!embedded && data.expires_at && data.expires_at <= Date.now()) data.notice = 'expired'
  options = data.options || {}
  state = { locale: WORDS[options.locale] ? options.locale : 'en-US', view: 'empty', id: '', tab: 'stays', connected: {}, assigned: {}, unlocked: {}, managed: {}, codes: {}, revoked: {}, removed: {}, rules: {}, events: {}, keyName: '', waiting: null, copied: null }
  if (asked) return connectWindow(asked)
  ;((feature('manage').events || {}).default_events || []).forEach(function (type) { state.events[type] = true })
  if (data.places.length && providers().length) state.connected[providers()[0]] = 'before'
  if (options.customization_profile_id) {
    root.style.setProperty('--accent', accent(options.customization_profile_id))
    root.setAttribute('data-portal-accent', accent(options.customization_profile_id))
  }
  if (!data.notice) Object.assign(state, firstView())
  draw()
}

window.addEventListener('hashchange', start)
start()
`
