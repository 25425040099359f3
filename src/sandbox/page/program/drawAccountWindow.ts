import { button } from './button'
import { center, describePage, footer, setAccent } from './drawPage'
import { localeOf } from './navigation'
import type { Page } from './Page'
import { providerName } from './sections'

/**
 * Draws the window in which the user connects an account.
 * It answers the page that opened it in the words of the vendor's own account window, and closes.
 */
export function drawAccountWindow(
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
