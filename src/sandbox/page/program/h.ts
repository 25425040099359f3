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

function append(element: Element, child: Child): void {
  if (child === null) return
  if (typeof child === 'string' || child instanceof Node) element.append(child)
  else for (const one of child) append(element, one)
}

function initials(name: string): string {
  const [first, second] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (first && second ? first.charAt(0) + second.charAt(0) : name.slice(0, 2)).toUpperCase()
}
