/** What may get the focus back: an element, or a function that finds it when the dialog closes. */
export type FocusTarget = HTMLElement | (() => HTMLElement | null | undefined)

/** What opened a dialog, noted at the opening: a menu unmounts when its item is pressed. */
export interface Opener {
  /** Elements that may get the focus back, the best first. */
  focusTargets: FocusTarget[]
  /** The host's modals around it, the innermost first. */
  modals: Element[]
}

// Headless UI counts a press beside its panel as outside of its dialog.
const MODAL = 'dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [id^=headlessui-dialog-panel]'
const MENU = '[role=menu], [role=listbox]'

/** Notes what opened a dialog: an element, or what has the focus. */
export function noteOpener(element: Element | null = document.activeElement): Opener {
  const controls = new Set<Element>()
  const around: Element[] = []
  const modals: Element[] = []

  function walk(from: Element | null): void {
    let isInMenu = false
    for (let at = from; at; at = at.parentElement) {
      isInMenu ||= at.matches(MENU)
      const isModal = at.matches(MODAL)
      if (isModal && !isInMenu) modals.push(at)
      around.push(at)
      const control = controlOf(at)
      if (!control || controls.has(control)) continue
      controls.add(control)
      if (isInMenu || isModal) walk(control)
      // A menu belongs to the place of its button, wherever it is rendered.
      if (isInMenu) return
    }
  }
  walk(element)
  // `focusFirst` skips what cannot be focused.
  const focusTargets = [element, ...controls, ...around].filter((target) => target instanceof HTMLElement)
  return { focusTargets, modals }
}

/** Focuses the first target that takes the focus. A target may have left the page, or be hidden. */
export function focusFirst(targets: readonly FocusTarget[]): void {
  for (const named of targets) {
    const target = typeof named === 'function' ? named() : named
    if (!target?.isConnected || target === document.body) continue
    target.focus({ preventScroll: true })
    if (target.matches(':focus')) return
  }
}

/** The control of a menu, a popover or a panel: the one that labels it, or whose `aria-controls` names it. */
function controlOf(element: Element): Element | null {
  for (const label of idsIn(element, 'aria-labelledby')) {
    const named = document.getElementById(label)
    if (named?.matches('button, a, input, [tabindex]')) return named
  }
  if (!element.id) return null
  // An id may hold any character, and jsdom has no CSS.escape to write it into a selector.
  const all = [...document.querySelectorAll('[aria-controls]')]
  return all.find((control) => idsIn(control, 'aria-controls').includes(element.id)) ?? null
}

function idsIn(element: Element, attribute: string): string[] {
  return element.getAttribute(attribute)?.split(/\s+/) ?? []
}
