/** What may get the focus back: an element, or a function that finds it when the dialog closes. */
export type FocusTarget = HTMLElement | (() => HTMLElement | null | undefined)

/** What opened a dialog, noted at the opening: a menu unmounts when its item is pressed. */
export interface Opener {
  /** Elements that may get the focus back, the best first. */
  focusTargets: FocusTarget[]
  /** The host's modals around it, the innermost first. */
  modals: Element[]
}

// `dialog` and `alertdialog`. Headless UI counts a press beside its panel as outside of its dialog.
const MODAL = 'dialog, [role$=dialog], [aria-modal=true], [id^=headlessui-dialog-panel]'
const MENU = '[role=menu], [role=listbox]'

/** Notes what opened a dialog: a button, or what has the focus. */
export function noteOpener(button?: Element | null): Opener {
  const element = button ?? document.activeElement
  const controls = new Set([element])
  const around: Element[] = []
  const modals: Element[] = []
  let isInMenu = false
  let at = element
  while (at) {
    isInMenu ||= at.matches(MENU)
    const isModal = at.matches(MODAL)
    if (isModal && !isInMenu) modals.push(at)
    around.push(at)
    const control = controlOf(at)
    at = at.parentElement
    if (!control || controls.has(control)) continue
    controls.add(control)
    // A menu or a modal belongs to the place of its control, wherever it is rendered.
    if (isInMenu || isModal) {
      isInMenu = false
      at = control
    }
  }
  // `focusFirst` skips what cannot be focused.
  const focusTargets = [...controls, ...around] as HTMLElement[]
  return { focusTargets, modals }
}

/** Focuses the first target that takes the focus. A target may have left the page, or be hidden. */
export function focusFirst(targets: readonly FocusTarget[]): void {
  for (const named of targets) {
    const target = typeof named === 'function' ? named() : named
    target?.focus({ preventScroll: true })
    if (target?.matches(':focus')) return
  }
}

/** The control of a menu, a popover or a panel: the one that labels it, or whose `aria-controls` names it. */
function controlOf(element: Element): Element | null | undefined {
  const labels = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const label = labels
    .map((id) => document.getElementById(id))
    .find((named) => named?.matches('button, a, input, [tabindex]'))
  // An id may hold any character, and jsdom has no CSS.escape. In a selector, a string is written as in JSON.
  return (
    label ?? (element.id ? document.querySelector(`[aria-controls~=${JSON.stringify(element.id)}]`) : null)
  )
}
