import { type Attributes, type Child, h } from './h'
import type { Page, View } from './Page'

/** Makes a button. After a redraw the page finds it again by its `id`. */
export function button(
  id: string,
  label: Child,
  onclick: () => void,
  more: Attributes = {},
): HTMLButtonElement {
  return h('button', { type: 'button', class: 'button', 'data-id': id, onclick, ...more }, label)
}

/** Makes a button that changes something. It is disabled where `read_only` is set. */
export function actionButton(
  { options }: Page,
  id: string,
  label: Child,
  onclick: () => void,
  more: Attributes = {},
): HTMLButtonElement {
  return button(id, label, onclick, { disabled: options.read_only === true, ...more })
}

/** Makes a button that looks like a link and opens a record. */
export function linkButton({ go }: Page, label: string, view: View, id: string): HTMLButtonElement {
  return button(`open ${id}`, label, () => go(view, id), { class: 'link' })
}

/** Shows an access code, with a button that copies it. */
export function copyCode(page: Page, id: string, code: string, name: string): HTMLElement {
  const { t } = page
  const done = page.state.copied === id
  return h(
    'span',
    { class: 'codes' },
    h('span', { class: 'code', 'data-code': id }, code),
    button(
      `copy ${id}`,
      // Both words take the same room, so the button keeps its width.
      h(
        'span',
        { class: 'swap' },
        h('span', { class: done ? '' : 'on' }, t('copy')),
        h('span', { class: done ? 'on' : '' }, t('copied')),
      ),
      () => copy(page, id, code),
      { 'aria-label': `${t(done ? 'copied' : 'copy')} ${name}`, 'data-copied': done },
    ),
  )
}

function copy({ state, draw, tell, t }: Page, id: string, code: string): void {
  const end = (copied: boolean) => {
    state.copied = copied ? id : null
    draw()
    tell(t(copied ? 'copied' : 'copy_refused'))
  }
  // Browsers have no clipboard on http, and refuse it in a frame without permission.
  const clipboard = navigator.clipboard as Clipboard | undefined
  if (!clipboard) return end(false)
  clipboard.writeText(code).then(
    () => end(true),
    () => end(false),
  )
}
