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

const NOTHING = { customer_key: '', options: {}, places: [], stays: [], staff: [], made_at: 0 }

function read() {
  const embedded = document.getElementById('snapshot')
  if (embedded) return JSON.parse(embedded.textContent)
  const found = decodeHash('#')
  if (!found || typeof found.customer_key !== 'string') return Object.assign({ notice: 'missing' }, NOTHING)
  // Anybody can write a hash: it may say what to show, and not where a window goes.
  const ended = found.expires_at <= Date.now()
  return Object.assign({}, NOTHING, found, { connect_page: '' }, ended ? { notice: 'expired' } : {})
}

function decodeHash(prefix) {
  try {
    return location.hash.startsWith(prefix) ? decode(location.hash.slice(prefix.length)) : null
  } catch (_) {
    return null
  }
}

function start() {
  const asked = document.getElementById('snapshot') ? null : decodeHash('#connect=')
  data = read()
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
