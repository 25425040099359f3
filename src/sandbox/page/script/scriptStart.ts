/** Page script: where the snapshot comes from, and the first drawing. */
export const scriptStart = String.raw`
function decode(text) {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0))))
}

function encode(value) {
  let binary = ''
  new TextEncoder().encode(JSON.stringify(value)).forEach((byte) => {
    binary += String.fromCharCode(byte)
  })
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

function start() {
  const embedded = document.getElementById('snapshot')
  let asked = null
  data = { customer_key: '', options: {}, places: [], stays: [], staff: [], made_at: 0, notice: 'missing' }
  try {
    if (embedded) data = JSON.parse(embedded.textContent)
    else if (location.hash.indexOf('#connect=') === 0) asked = decode(location.hash.slice(9))
    else if (location.hash) data = decode(location.hash.slice(1))
  } catch (_) {}
  if (!embedded && data.expires_at && data.expires_at <= Date.now()) data.notice = 'expired'
  options = data.options || {}
  state = {
    locale: WORDS[options.locale] ? options.locale : 'en-US',
    view: 'empty',
    id: '',
    tab: 'stays',
    connected: {},
    assigned: {},
    unlocked: {},
    managed: {},
    codes: {},
    revoked: {},
    removed: {},
    rules: {},
    events: {},
    keyName: '',
    waiting: null,
    copied: null,
  }
  if (asked) return connectWindow(asked)
  ;((feature('manage').events || {}).default_events || []).forEach((type) => {
    state.events[type] = true
  })
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
