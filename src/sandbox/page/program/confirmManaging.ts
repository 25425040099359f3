import type { PageWords } from '../words/enUS'
import { button } from './button'
import type { Device } from './devices'
import { h } from './h'
import type { Page } from './Page'

/** Asks, in the partner's words or in ours, whether these devices shall be managed. Managed devices are billed. */
export function confirmManaging({ options, state, draw, t }: Page, waiting: readonly Device[]): void {
  const words = options.features?.manage?.device_management_confirmation ?? {}
  const count = waiting.length
  const fill = (own: string | undefined, key: keyof PageWords) =>
    own?.replaceAll('{count}', String(count)) ?? t(key, { count })
  const end = () => {
    dialog.close()
    dialog.remove()
  }
  const confirm = () => {
    for (const { id } of waiting) state.managed.add(id)
    end()
    draw()
  }
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'confirm', oncancel: end },
    h(
      'form',
      { method: 'dialog', onsubmit: (event) => event.preventDefault() },
      h('h2', { id: 'confirm' }, fill(words.title, 'confirm_title')),
      h('p', { class: 'muted' }, fill(words.body, 'confirm_body')),
      h(
        'div',
        { class: 'actions' },
        button('confirm', fill(words.confirm_button_label, 'manage'), confirm, { class: 'button solid' }),
        button('decline', fill(words.cancel_button_label, 'cancel'), end),
      ),
    ),
  )
  document.body.append(dialog)
  dialog.showModal()
}
