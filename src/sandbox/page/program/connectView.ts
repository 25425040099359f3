import { encodeHash } from '../encodeSnapshot'
import { actionButton, type Child, h, lines, mark } from './h'
import type { Page } from './Page'
import { providerName, providers } from './navigation'

/** The section `connect`: the providers, each with the state of its account. */
export function connectView(page: Page): Child {
  const keys = providers(page)
  const { t } = page
  return [
    h('p', { class: 'intro' }, t('connect_intro')),
    keys.length
      ? h(
          'ul',
          {},
          keys.map((key) => row(page, key)),
        )
      : h('p', { class: 'empty' }, t('no_providers')),
  ]
}

/** Notes the account when the account window says that it is connected, in the words of the vendor's own window. */
export function finishConnecting({ state, draw, tell, t }: Page, message: MessageEvent): void {
  const { account } = state
  const data = message.data as { event?: { event_type?: unknown } } | null
  // Any window may send a message: only the one that was opened here counts.
  if (!account || message.source !== account.window) return
  if (data?.event?.event_type !== 'connect_webview.login_succeeded') return
  state.connected.set(account.provider, 'now')
  state.account = null
  draw()
  tell(t('connected'))
}

function row(page: Page, key: string): HTMLElement {
  const { state, t } = page
  const name = providerName(key)
  return h(
    'li',
    { class: 'row', 'data-provider': key },
    mark(name),
    lines(name, state.account?.provider === key ? t('waiting') : null),
    state.connected.has(key)
      ? h('span', { class: 'pill good', 'data-connected': key }, t('connected'))
      : actionButton(page, `connect ${key}`, t('connect_action'), () => openWindow(page, key), {
          'aria-label': `${t('connect_action')} ${name}`,
        }),
  )
}

function openWindow({ data, options, state, draw, tell, t }: Page, provider: string): void {
  const asked = { provider, locale: state.locale, profile: options.customization_profile_id }
  const page = data.connect_page || location.href.split('#')[0]
  const opened = window.open(`${page}#connect=${encodeHash(asked)}`, '_blank', 'popup,width=480,height=640')
  state.account = opened && { provider, window: opened }
  draw()
  tell(t(opened ? 'waiting' : 'window_blocked'))
}
