/** Page script: elements, words, and the state that lives as long as the page. */
export const scriptBase = String.raw`
const root = document.documentElement
const mount = document.getElementById('portal')
const status = document.getElementById('status')
const WORDS = JSON.parse(document.getElementById('words').textContent)
const PROVIDERS = {
  august: 'August',
  igloohome: 'igloohome',
  kwikset: 'Kwikset',
  nuki: 'Nuki',
  salto_ks: 'SALTO KS',
  schlage: 'Schlage',
  ttlock: 'TTLock',
  yale: 'Yale',
}
const EVENTS = [
  'lock.unlocked',
  'lock.locked',
  'device.low_battery',
  'device.connected',
  'device.disconnected',
]
let data, options, state

function h(tag, attributes, ...children) {
  const element = document.createElement(tag)
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name]
    if (name === 'onclick' || name === 'onchange' || name === 'onsubmit')
      element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value)
  })
  children.flat(9).forEach((child) => {
    if (child !== undefined && child !== null && child !== false) element.append(child)
  })
  return element
}

function t(key, values) {
  const text = (WORDS[state.locale] || WORDS['en-US'])[key]
  return text.replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all))
}

function tell(text) {
  status.textContent = text || ''
}

function hash(text) {
  let sum = 7
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) >>> 0
  return sum
}

function date(value, zone) {
  if (value === undefined) return ''
  const style = { dateStyle: 'medium', timeStyle: 'short' }
  try {
    return new Intl.DateTimeFormat(state.locale, Object.assign({ timeZone: zone || 'UTC' }, style)).format(
      new Date(value),
    )
  } catch (_) {
    return new Intl.DateTimeFormat(state.locale, Object.assign({ timeZone: 'UTC' }, style)).format(
      new Date(value),
    )
  }
}

function initials(name) {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (words.length > 1 ? words[0][0] + words[1][0] : name.slice(0, 2)).toUpperCase()
}

function mark(name) {
  return h('span', { class: 'mark', 'aria-hidden': 'true' }, initials(name))
}

function lines(name, below) {
  return h(
    'div',
    { class: 'grow' },
    h('div', { class: 'name' }, name),
    below ? h('div', { class: 'muted small' }, below) : null,
  )
}

function empty(key) {
  return h('p', { class: 'empty' }, t(key))
}

function button(id, label, onclick, more) {
  return h(
    'button',
    Object.assign({ type: 'button', class: 'button', 'data-id': id, onclick: onclick }, more),
    label,
  )
}

// A button that changes something: a portal that may only be looked at keeps it, switched off.
function action(id, label, onclick, more) {
  return button(id, label, onclick, Object.assign({ disabled: options.read_only === true }, more))
}

function heading(text) {
  return h('h1', { tabindex: '-1', 'data-id': 'heading' }, text)
}

function copyCode(key, code, name) {
  const done = state.copied === key
  return h(
    'span',
    { class: 'codes' },
    h('span', { class: 'code', 'data-code': key }, code),
    button(
      'copy ' + key,
      h(
        'span',
        { class: 'swap' },
        h('span', { class: done ? '' : 'on' }, t('copy')),
        h('span', { class: done ? 'on' : '' }, t('copied')),
      ),
      () => {
        copy(key, code)
      },
      { 'aria-label': t(done ? 'copied' : 'copy') + ' ' + name, 'data-copied': done },
    ),
  )
}

function copy(key, code) {
  const refused = () => {
    state.copied = null
    draw()
    tell(t('copy_refused'))
  }
  if (!navigator.clipboard) return refused()
  navigator.clipboard.writeText(code).then(() => {
    state.copied = key
    draw()
    tell(t('copied'))
  }, refused)
}
`
