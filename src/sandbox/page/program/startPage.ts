import type { Locale } from '../../../wire/LOCALES'
import { RESOURCE_KEYS } from '../../../wire/RESOURCE_KEYS'
import type { PortalSnapshot } from '../PortalSnapshot'
import type { PageWords } from '../words/enUS'
import { finishConnecting } from './connectView'
import { devices, find } from './devices'
import { center, describePage, footer, setAccent } from './drawPage'
import { createPage, type Page, type View } from './Page'
import { localeOf, providerName, providers, sections } from './navigation'
import { button } from './h'

/**
 * Starts the portal's page: shows the snapshot in the document, or the one in the hash of its address.
 * A new hash starts it again.
 */
export function startPage(): void {
  let page = openPage()
  window.addEventListener('message', (message) => finishConnecting(page, message))
  window.addEventListener('hashchange', () => {
    page = openPage()
  })
}

const NOTHING: PortalSnapshot = {
  customer_key: '',
  options: {},
  places: [],
  stays: [],
  staff: [],
  made_at: 0,
}

function openPage(): Page {
  const embedded = jsonOf('snapshot') as PortalSnapshot | undefined
  const account = embedded ? undefined : readHash('#connect=')
  const page = createPage(embedded ?? snapshotOfHash(), jsonOf('words') as Record<Locale, PageWords>)
  if (account) drawAccountWindow(page, account)
  else openPortal(page)
  return page
}

function openPortal(page: Page): void {
  const { data, options, state } = page
  const { customization_profile_id, features } = options
  if (customization_profile_id) {
    document.documentElement.setAttribute('data-portal-accent', setAccent(customization_profile_id))
  }
  for (const type of features?.manage?.events?.default_events ?? []) state.events.add(type)
  const [provider] = providers(page)
  // The places have doors, so an account is connected already.
  if (data.places.length && provider) state.connected.set(provider, 'before')
  if (!data.notice) Object.assign(state, firstView(page))
  page.draw()
}

/** Chooses what the page opens on: the deep link, else the landing page, else the first section. */
function firstView(page: Page): { view: View; id: string } {
  const { deep_link, landing_page } = page.options
  const [[field, key] = []] = Object.entries<string>(landing_page?.manage ?? {})
  const [list] = Object.entries(RESOURCE_KEYS).find(([, name]) => name === field) ?? []
  return (
    (deep_link && deepLinked(page, deep_link)) ||
    (list && key !== undefined && record(page, `${list} ${key}`)) || {
      view: sections(page)[0] ?? 'empty',
      id: '',
    }
  )
}

function deepLinked(page: Page, link: NonNullable<Page['options']['deep_link']>) {
  if (link.resource_type !== 'device') {
    return record(page, `${link.resource_type === 'space' ? 'spaces' : 'reservations'} ${link.resource_key}`)
  }
  const device = devices(page).find(({ id }) => id === link.resource_id)
  return device && { view: 'device' as const, id: device.id }
}

function record({ data }: Page, id: string): { view: View; id: string } | undefined {
  if (find(data.places, id)) return { view: 'place', id }
  return find(data.stays, id) && { view: 'stay', id }
}

// Any site can link to this page with its own hash. A hash chooses what the page shows, but not which page a window opens.
function snapshotOfHash(): PortalSnapshot {
  const found = readHash('#') as Partial<PortalSnapshot> | undefined
  if (typeof found?.customer_key !== 'string') return { ...NOTHING, notice: 'missing' }
  const { expires_at = Number.POSITIVE_INFINITY } = found
  return {
    ...NOTHING,
    ...found,
    options: found.options ?? {},
    connect_page: '',
    ...(expires_at <= Date.now() && { notice: 'expired' as const }),
  }
}

/** Reads JSON in base64url behind a prefix of the hash. Nothing when there is none, or when it is no object. */
function readHash(prefix: string): Record<string, unknown> | undefined {
  if (!location.hash.startsWith(prefix)) return undefined
  try {
    const binary = atob(location.hash.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0))
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function jsonOf(id: string): unknown {
  const text = document.getElementById(id)?.textContent
  return text ? JSON.parse(text) : undefined
}

/**
 * Draws the window in which the user connects an account.
 * It answers the page that opened it in the words of the vendor's own account window, and closes.
 */
function drawAccountWindow(
  page: Page,
  asked: { provider?: unknown; locale?: unknown; profile?: unknown },
): void {
  const { mount, state, t } = page
  const provider = String(asked.provider)
  state.locale = localeOf(asked.locale)
  if (asked.profile) setAccent(String(asked.profile))
  const name = t('window_title', { provider: providerName(provider) })
  describePage(page, 'connect-window', provider)
  document.title = name
  const end = (event_type: string) => {
    const opener = window.opener as Window | null
    // The page may stand in a frame without an origin, so there is no origin to name. The message holds no secret.
    opener?.postMessage({ event: { event_type } }, '*')
    window.close()
    // Browsers refuse to close a window that no script opened.
    mount.replaceChildren(center('', t('window_done')))
  }
  mount.replaceChildren(
    center(name, t('window_body'), [
      button('allow', t('allow'), () => end('connect_webview.login_succeeded'), { class: 'button solid' }),
      button('cancel', t('cancel'), () => end('connect_webview.login_failed')),
    ]),
    footer(page),
  )
}
