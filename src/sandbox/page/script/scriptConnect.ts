/** Page script: the section connect, and the window an account is connected in. */
export const scriptConnect = String.raw`
let opened = null

function connectView() {
  const keys = providers()
  return [
    h('p', { class: 'intro' }, t('connect_intro')),
    keys.length
      ? h(
          'ul',
          {},
          keys.map((key) => {
            const name = providerName(key)
            const end = state.connected[key]
              ? h('span', { class: 'pill good', 'data-connected': key }, t('connected'))
              : action(
                  'connect ' + key,
                  t('connect_action'),
                  () => {
                    openWindow(key)
                  },
                  { 'aria-label': t('connect_action') + ' ' + name },
                )
            return h(
              'li',
              { class: 'row', 'data-provider': key },
              mark(name),
              lines(name, state.waiting === key ? t('waiting') : ''),
              end,
            )
          }),
        )
      : empty('no_providers'),
  ]
}

function openWindow(provider) {
  const asked = encode({
    provider: provider,
    locale: state.locale,
    profile: options.customization_profile_id,
  })
  const page = data.connect_page || location.href.split('#')[0]
  opened = window.open(page + '#connect=' + asked, '_blank', 'popup,width=480,height=640')
  state.waiting = opened ? provider : null
  draw()
  tell(opened ? t('waiting') : t('window_blocked'))
}

window.addEventListener('message', (message) => {
  const event = message.data && message.data.event
  if (
    !opened ||
    message.source !== opened ||
    !event ||
    event.event_type !== 'connect_webview.login_succeeded'
  )
    return
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
  const name = providerName(String(asked.provider))
  document.title = t('window_title', { provider: name })
  const done = (type) => {
    if (window.opener) window.opener.postMessage({ event: { event_type: type } }, '*')
    window.close()
    mount.replaceChildren(center('', t('window_done'), []))
  }
  mount.replaceChildren(
    center(t('window_title', { provider: name }), t('window_body'), [
      button(
        'allow',
        t('allow'),
        () => {
          done('connect_webview.login_succeeded')
        },
        { class: 'button solid' },
      ),
      button('cancel', t('cancel'), () => {
        done('connect_webview.login_failed')
      }),
    ]),
    footer(),
  )
}
`
