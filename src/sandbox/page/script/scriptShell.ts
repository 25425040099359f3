/** Page script: what surrounds the sections, and how all of it is drawn. */
export const scriptShell = String.raw`
const VIEWS = {
  connect: connectView,
  organize: organizeView,
  manage: manageView,
  configure: configureView,
  stay: stayView,
  place: placeView,
  device: deviceView,
}

function titleOf() {
  if (state.view === 'stay') return data.stays.find((one) => one.list + ' ' + one.key === state.id).name
  if (state.view === 'place') return placeOf(state.id).name
  if (state.view === 'device') return devices().find((one) => one.id === state.id).name
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
  const all = sections()
  if (options.navigation_mode === 'restricted' || all.length < 2) return null
  const current = VIEWS[state.view] && all.indexOf(state.view) >= 0 ? state.view : 'manage'
  return h(
    'nav',
    { class: 'nav', 'aria-label': t('sections') },
    all.map((name) =>
      h(
        'button',
        {
          type: 'button',
          'data-id': 'nav ' + name,
          'data-section': name,
          'aria-current': name === current ? 'page' : null,
          onclick: () => {
            go(name)
          },
        },
        t(name),
      ),
    ),
  )
}

function localePicker() {
  if (options.exclude_locale_picker) return null
  const select = h(
    'select',
    {
      class: 'push',
      'data-id': 'locale',
      'aria-label': t('language'),
      onchange: () => {
        state.locale = select.value
        tell('')
        draw()
      },
    },
    Object.keys(LANGUAGES).map((key) =>
      h('option', { value: key, selected: key === state.locale, lang: key }, LANGUAGES[key]),
    ),
  )
  return select
}

function footer() {
  return h('footer', { class: 'footer' }, t('sandbox'))
}

function center(title, body, buttons) {
  return h(
    'main',
    { class: 'center' },
    title ? h('h1', {}, title) : null,
    h('p', { class: 'muted' }, body),
    buttons.length ? h('div', { class: 'actions' }, buttons) : null,
  )
}

// What a test, or a curious developer, can read off the page.
function describe(view, resource) {
  const facts = {
    locale: state.locale,
    embedded: options.is_embedded === true,
    navigation: options.navigation_mode || 'full',
    'read-only': options.read_only === true,
    view: view,
    resource: resource || '',
    sections: sections().join(' '),
    customer: data.customer_key,
  }
  Object.keys(facts).forEach((name) => {
    root.setAttribute('data-portal-' + name, String(facts[name]))
  })
  root.lang = state.locale
}

function draw() {
  const focused =
    document.activeElement && mount.contains(document.activeElement)
      ? document.activeElement.getAttribute('data-id')
      : null
  const kind = data.notice || (state.view === 'empty' ? 'empty' : '')
  describe(kind || state.view, state.id.slice(state.id.indexOf(' ') + 1))
  document.title = t('title')
  if (kind) return mount.replaceChildren(center(t(kind + '_title'), t(kind + '_body'), []), footer())
  const embedded = options.is_embedded === true
  const nav = navigation()
  const detail = sections().indexOf(state.view) < 0
  const back =
    detail && options.navigation_mode !== 'restricted' && sections().indexOf('manage') >= 0
      ? h(
          'div',
          {},
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'data-id': 'back',
              onclick: () => {
                go('manage')
              },
            },
            '← ' + t('back'),
          ),
        )
      : null
  mount.replaceChildren(
    ...(embedded
      ? []
      : [
          h(
            'header',
            { class: 'header' },
            h('span', { class: 'mark', 'aria-hidden': 'true' }, initials(data.customer_key)),
            h('span', { class: 'brand' }, data.customer_key),
            localePicker(),
          ),
        ]),
    h(
      'div',
      { class: 'body' },
      embedded || !nav ? null : h('div', { class: 'side' }, nav),
      h(
        'main',
        {},
        back,
        h('div', { class: 'top' }, heading(titleOf()), embedded ? localePicker() : null),
        embedded ? nav : null,
        options.read_only ? h('p', { class: 'notice', 'data-note': 'read-only' }, t('read_only')) : null,
        VIEWS[state.view](),
      ),
    ),
    footer(),
  )
  mount.querySelectorAll('[aria-current], [aria-pressed=true]').forEach((one) => {
    one.parentElement.scrollLeft = one.offsetLeft - 48
  })
  if (!focused) return
  const again = Array.prototype.find.call(
    mount.querySelectorAll('[data-id]'),
    (one) => one.getAttribute('data-id') === focused && !one.disabled,
  )
  const next = again || mount.querySelector('h1')
  next.focus({ preventScroll: true })
}
`
