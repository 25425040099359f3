import { button, type Child, h, mark } from './h'
import { configureView } from './configureView'
import { connectView } from './connectView'
import { devices, find, hash } from './devices'
import { manageView } from './manageView'
import { isRecord, localePicker, navigation, sections } from './navigation'
import { organizeView } from './organizeView'
import type { Page, View } from './Page'
import { deviceView, placeView } from './placeView'
import { stayView } from './stayView'

const VIEWS: Readonly<Record<Exclude<View, 'empty'>, (page: Page) => Child>> = {
  connect: connectView,
  organize: organizeView,
  manage: manageView,
  configure: configureView,
  stay: stayView,
  place: placeView,
  device: deviceView,
}

/** Draws the page from its state. Focus returns to the control that had it, else to the heading. */
export function drawPage(page: Page): void {
  const { data, options, state, mount, t } = page
  const focused = mount.contains(document.activeElement) && document.activeElement?.getAttribute('data-id')
  const notice = data.notice ?? (state.view === 'empty' ? 'empty' : undefined)
  describePage(page, notice ?? state.view, state.id.slice(state.id.indexOf(' ') + 1))
  document.title = t('title')
  if (notice || state.view === 'empty') {
    mount.replaceChildren(
      center(t(`${notice ?? 'empty'}_title`), t(`${notice ?? 'empty'}_body`)),
      footer(page),
    )
    return
  }
  const embedded = options.is_embedded === true
  const nav = navigation(page)
  mount.replaceChildren(
    ...(embedded ? [] : [header(page)]),
    h(
      'div',
      { class: 'body' },
      embedded || !nav ? null : h('div', { class: 'side' }, nav),
      h(
        'main',
        {},
        backButton(page),
        h(
          'div',
          { class: 'top' },
          h('h1', { tabindex: '-1', 'data-id': 'heading' }, title(page, state.view)),
          embedded ? localePicker(page) : null,
        ),
        embedded ? nav : null,
        options.read_only ? h('p', { class: 'notice', 'data-note': 'read-only' }, t('read_only')) : null,
        VIEWS[state.view](page),
      ),
    ),
    footer(page),
  )
  // On narrow screens these lists scroll sideways: show the chosen one.
  for (const one of mount.querySelectorAll<HTMLElement>('[aria-current], [aria-pressed=true]')) {
    if (one.parentElement) one.parentElement.scrollLeft = one.offsetLeft - 48
  }
  if (!focused) return
  const again = [...mount.querySelectorAll<HTMLElement>('[data-id]:not(:disabled)')].find(
    (one) => one.getAttribute('data-id') === focused,
  )
  const next = again ?? mount.querySelector('h1')
  next?.focus({ preventScroll: true })
}

/** Writes what the page was asked for onto its `html` element, for tests and developers. */
export function describePage(page: Page, view: string, resource: string): void {
  const { data, options, state } = page
  const root = document.documentElement
  const facts = {
    locale: state.locale,
    embedded: options.is_embedded === true,
    navigation: options.navigation_mode ?? 'full',
    'read-only': options.read_only === true,
    view,
    resource,
    sections: sections(page).join(' '),
    customer: data.customer_key,
  }
  for (const [name, value] of Object.entries(facts)) root.setAttribute(`data-portal-${name}`, String(value))
  root.lang = state.locale
}

/** Makes up the colour of a customization profile, uses it on the page, and gives it. */
export function setAccent(profile: string): string {
  const accent = `hsl(${hash(profile.toLowerCase()) % 360} 55% 28%)`
  document.documentElement.style.setProperty('--accent', accent)
  return accent
}

/** A short text in the middle of an empty page. */
export function center(title: string, body: string, buttons: Child = null): HTMLElement {
  return h(
    'main',
    { class: 'center' },
    title ? h('h1', {}, title) : null,
    h('p', { class: 'muted' }, body),
    buttons ? h('div', { class: 'actions' }, buttons) : null,
  )
}

/** The line that says that this is a sandbox. */
export function footer({ t }: Page): HTMLElement {
  return h('footer', { class: 'footer' }, t('sandbox'))
}

function header(page: Page): HTMLElement {
  const { customer_key } = page.data
  return h(
    'header',
    { class: 'header' },
    mark(customer_key),
    h('span', { class: 'brand' }, customer_key),
    localePicker(page),
  )
}

function backButton(page: Page): Child {
  const { options, go, t } = page
  if (!isRecord(page) || options.navigation_mode === 'restricted' || !sections(page).includes('manage')) {
    return null
  }
  return h(
    'div',
    {},
    button('back', `← ${t('back')}`, () => go('manage'), { class: 'link' }),
  )
}

function title(page: Page, view: Exclude<View, 'empty'>): string {
  const { data, state, t } = page
  if (view === 'stay') return find(data.stays, state.id)?.name ?? ''
  if (view === 'place') return find(data.places, state.id)?.name ?? ''
  if (view === 'device') return devices(page).find(({ id }) => id === state.id)?.name ?? ''
  return t(view)
}
