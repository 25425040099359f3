/** Page script: the sections connect, organize and configure, and the window an account is connected in. */
export const scriptConnect = String.raw`
var opened = null

function connectView() {
  var keys = providers()
  return [
    h('p', { class: 'intro' }, t('connect_intro')),
    keys.length ? h('ul', {}, keys.map(function (key) {
      var name = providerName(key)
      var end = state.connected[key]
        ? h('span', { class: 'pill good', 'data-connected': key }, t('connected'))
        : action('connect ' + key, t('connect_action'), function () { openWindow(key) }, { 'aria-label': t('connect_action') + ' ' + name })
      return h('li', { class: 'row', 'data-provider': key }, mark(name), lines(name, state.waiting === key ? t('waiting') : ''), end)
    })) : empty('no_providers'),
  ]
}

function openWindow(provider) {
  var asked = encode({ provider: provider, locale: state.locale, profile: options.customization_profile_id })
  var page = data.connect_page || location.href.split('#')[0]
  opened = window.open(page + '#connect=' + asked, '_blank', 'popup,width=480,height=640')
  state.waiting = opened ? provider : null
  draw()
  tell(opened ? t('waiting') : t('window_blocked'))
}

window.addEventListener('message', function (message) {
  var event = message.data && message.data.event
  if (!opened || message.source !== opened || !event || event.event_type !== 'connect_webview.login_succeeded') return
  state.connected[state.waiting] = 'new'
  state.waiting = null
  opened = null
  draw()
  tell(t('connected'))
})

// What the other window shows. It answers the page that opened it in the words of the vendor's own account window.
function connectWindow(asked) {
  state.locale = WORDS[asked.locale] ? asked.locale : 'en-US'
  if (asked.profile) root.style.setProperty('--accent', accent(asked.profile))
  describe('connect-window', String(asked.provider))
  var name = providerName(String(asked.provider))
  document.title = t('window_title', { provider: name })
  var done = function (type) {
    if (window.opener) window.opener.postMessage({ event: { event_type: type } }, '*')
    window.close()
    mount.replaceChildren(center('', t('window_done'), []))
  }
  mount.replaceChildren(center(t('window_title', { provider: name }), t('window_body'), [
    button('allow', t('allow'), function () { done('connect_webview.login_succeeded') }, { class: 'button solid' }),
    button('cancel', t('cancel'), function () { done('connect_webview.login_failed') }),
  ]), footer())
}

function organizeView() {
  var all = devices()
  return [
    h('p', { class: 'intro' }, t('organize_intro')),
    all.length ? h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('device')), h('th', { scope: 'col' }, t('place')))),
      h('tbody', {}, all.map(function (device, at) {
        var home = data.places.find(function (place) { return device.id === 'lock-' + place.key })
        var choices = [{ id: '', name: t('not_assigned') }].concat(data.places.map(function (place) { return { id: place.list + ' ' + place.key, name: place.name } }))
        var select = h('select', { 'data-id': 'assign ' + device.id, 'aria-label': t('place') + ': ' + device.name + ' ' + (at + 1), disabled: options.read_only === true, onchange: function () { state.assigned[device.id] = select.value; draw() } },
          choices.map(function (choice) { return h('option', { value: choice.id, selected: choice.id === device.place }, choice.name) }))
        return h('tr', { 'data-device': device.id }, h('td', {}, h('div', { class: 'name' }, device.name), h('div', { class: 'muted small' }, home ? home.name : device.id)), h('td', {}, select))
      }))) : empty('no_devices'),
  ]
}

var RULES = [
  { permission: 'allow_access_automation_rule_customization', title: 'access_rules', rules: ['rule_issue', 'rule_revoke'] },
  { permission: 'allow_climate_automation_rule_customization', title: 'climate_rules', rules: ['rule_arrival', 'rule_departure'] },
]

function configureView() {
  var asked = feature('configure')
  var groups = RULES.map(function (group) {
    var free = asked[group.permission] === true
    return h('section', { class: 'group', 'data-permission': group.permission, 'data-allowed': String(free) }, h('h2', {}, t(group.title)),
      group.rules.map(function (rule) {
        var box = h('input', { type: 'checkbox', 'data-id': rule, checked: state.rules[rule] !== false, disabled: !free || options.read_only === true, onchange: function () { state.rules[rule] = box.checked; tell(t('saved')) } })
        return h('label', { class: 'check' }, box, h('span', {}, t(rule)))
      }), free ? null : h('p', { class: 'muted small' }, t('fixed')))
  })
  var free = asked.allow_instant_key_customization === true
  var name = h('input', { type: 'text', id: 'key_name', 'data-id': 'key_name', value: state.keyName, disabled: !free || options.read_only === true, autocomplete: 'off', onchange: function () { state.keyName = name.value } })
  groups.push(h('section', { class: 'group', 'data-permission': 'allow_instant_key_customization', 'data-allowed': String(free) }, h('h2', {}, t('instant_keys')),
    h('label', { for: 'key_name', class: 'muted' }, t('key_name')), h('div', { class: 'actions' }, name,
      free ? action('save key', t('save'), function () { state.keyName = name.value; tell(t('saved')) }) : null),
    free ? null : h('p', { class: 'muted small' }, t('fixed'))))
  return [h('p', { class: 'intro' }, t('configure_intro')), groups]
}
`
