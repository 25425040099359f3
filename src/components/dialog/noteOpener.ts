/** What may get the focus back: an element, or a function that finds it when the dialog closes. */
export type FocusHeir = HTMLElement | (() => HTMLElement | null | undefined)

/** What opened a dialog, as it stood on the page at that moment: a menu goes as it is used. */
export interface Opener {
  /** What may get the focus back, the best first. */
  heirs: FocusHeir[]
  /** The host's modals around it, the innermost first. */
  modals: Element[]
}

// Headless UI takes a press beside its panel for one outside of its dialog.
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
      // A menu stands where its button does, wherever it is drawn.
      if (isInMenu) return
    }
  }
  walk(element)
  // What cannot be focused is passed over when the time comes.
  return { heirs: [element, ...controls, ...around].filter((heir) => heir instanceof HTMLElement), modals }
}

/** Gives the focus to the first that takes it: one may have gone, or be hidden. */
export function focusFirst(heirs: readonly FocusHeir[]): void {
  for (const named of heirs) {
    const heir = typeof named === 'function' ? named() : named
    if (!heir?.isConnected || heir === document.body) continue
    heir.focus({ preventScroll: true })
    if (heir.matches(':focus')) return
  }
}

/** The control that a menu, a popover or a panel belongs to: it names the box, or says that it controls it. */
function controlOf(element: Element): Element | null {
  for (const label of idsIn(element, 'aria-labelledby')) {
    const named = document.getElementById(label)
    if (named?.matches('button, a, input, [tabindex]')) return named
  }
  if (!element.id) return null
  // Not by the id as a selector: it may hold any character, and a test's DOM has no CSS.escape.
  const all = [...document.querySelectorAll('[aria-controls]')]
  return all.find((control) => idsIn(control, 'aria-controls').includes(element.id)) ?? null
}

function idsIn(element: Element, attribute: string): string[] {
  return element.getAttribute(attribute)?.split(/\s+/) ?? []
}
