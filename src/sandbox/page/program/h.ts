import type { Page, View } from './Page'

/** What an element may hold: text, elements, and lists of both. `null` adds nothing. */
export type Child = Node | string | null | readonly Child[]

/**
 * Attributes by name. `true` sets an empty attribute; `false`, `null` and `undefined` set none.
 * A function listens to the event that its name has after `on`.
 */
export type Attributes = Record<string, string | boolean | null | undefined | ((event: Event) => void)>

/** Makes an element. Text becomes a text node, so no record can add markup to the page. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (typeof value === 'string') element.setAttribute(name, value)
  }
  append(element, children)
  return element
}

/** Makes the square with the initials of a name. Screen readers skip it. */
export function mark(name: string): HTMLElement {
  return h('span', { class: 'mark', 'aria-hidden': 'true' }, initials(name))
}

/** Makes a name with a smaller line below it. */
export function lines(name: string, below: Child): HTMLElement {
  return h('div', { class: 'grow' }, h('div', { class: 'name' }, name), below ? small(below) : null)
}

/** Makes a small grey line. */
export function small(text: Child, more = ''): HTMLElement {
  return h('div', { class: `muted small${more}` }, text)
}

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

function append(element: Element, child: Child): void {
  if (child === null) return
  if (typeof child === 'string' || child instanceof Node) element.append(child)
  else for (const one of child) append(element, one)
}

function initials(name: string): string {
  const [first, second] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (first && second ? first.charAt(0) + second.charAt(0) : name.slice(0, 2)).toUpperCase()
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
