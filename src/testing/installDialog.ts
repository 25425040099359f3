import { replaceProperty } from './replaceProperty'

/** The methods of a dialog that jsdom lacks. */
type DialogMethods = Pick<HTMLDialogElement, 'show' | 'showModal' | 'close'>

const FOCUSABLE = 'button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex]'

/**
 * Gives the `<dialog>` of jsdom and happy-dom what browsers have: `showModal`, `close`, the events `cancel` and `close`,
 * Escape and the focus. Does nothing where they are there. Call it once, in the setup file of your tests or before the
 * first dialog. The returned function takes it away again.
 */
export function installDialog(): () => void {
  const prototype = globalThis.HTMLDialogElement?.prototype
  if (!prototype || !lacksDialog(prototype)) return () => {}
  const undo = [
    ...(Object.keys(METHODS) as (keyof DialogMethods)[]).map((name) =>
      replaceProperty(prototype, name, { value: METHODS[name], writable: true }),
    ),
    keepFocusVisible(),
    listenForEscape(),
  ]
  return () => undo.forEach((one) => one())
}

/** Lets a dialog that opens in a DOM without `showModal` say that `installDialog` is missing. */
export function askForDialog(): void {
  const prototype = globalThis.HTMLDialogElement?.prototype
  if (!prototype || 'showModal' in prototype) return
  replaceProperty(prototype, 'showModal', { value: askForInstall, writable: true })
}

function askForInstall(): void {
  throw new Error(
    'A dialog opens, and the `<dialog>` of this DOM has no `showModal`: it would have no focus and no Escape. Call installDialog() of react-seam-portal/testing before the test, such as in a setup file.',
  )
}

/** happy-dom has the methods, without Escape, focus and `cancel`. */
function lacksDialog(prototype: HTMLDialogElement): boolean {
  const { showModal } = prototype as Partial<DialogMethods>
  return (
    showModal === undefined ||
    showModal === askForInstall ||
    ('happyDOM' in globalThis && showModal !== METHODS.showModal)
  )
}

/** Open modal dialogs, the topmost last, each with the element that had the focus before. */
const modals: { dialog: HTMLDialogElement; before: Element | null }[] = []

const METHODS: DialogMethods = {
  show(this: HTMLDialogElement) {
    this.setAttribute('open', '')
  },
  showModal(this: HTMLDialogElement) {
    if (this.hasAttribute('open') || !this.isConnected) {
      throw new DOMException(
        `showModal was called on a dialog that is ${this.isConnected ? 'open already' : 'not on the page'}.`,
        'InvalidStateError',
      )
    }
    modals.push({ dialog: this, before: document.activeElement })
    this.setAttribute('open', '')
    const first = this.querySelector<HTMLElement>('[autofocus]') ?? this.querySelector<HTMLElement>(FOCUSABLE)
    first?.focus()
  },
  close(this: HTMLDialogElement, returnValue?: string) {
    if (!this.hasAttribute('open')) return
    this.removeAttribute('open')
    if (returnValue !== undefined) this.returnValue = returnValue
    const at = modals.findIndex(({ dialog }) => dialog === this)
    const [modal] = at < 0 ? [] : modals.splice(at, 1)
    if (modal?.before instanceof HTMLElement && modal.before.isConnected) modal.before.focus()
    // As in a browser: after what closed it has run.
    queueMicrotask(() => this.dispatchEvent(new Event('close')))
  },
}

/** Keeps the focus out of closed dialogs. React gives it back to what had it before, and a browser refuses. */
function keepFocusVisible(): () => void {
  // oxlint-disable-next-line typescript/unbound-method -- called with each element
  const { focus } = HTMLElement.prototype
  function focusVisible(this: HTMLElement, options?: FocusOptions): void {
    if (!this.closest('dialog:not([open])')) focus.call(this, options)
  }
  return replaceProperty(HTMLElement.prototype, 'focus', { value: focusVisible, writable: true })
}

/** Closes the topmost dialog after Escape, unless a listener prevents it: the browser's default action. */
function listenForEscape(): () => void {
  const owner = ownerOf(document, 'dispatchEvent')
  // oxlint-disable-next-line typescript/unbound-method -- called with the target of each event
  const { dispatchEvent } = owner
  let current: Event | undefined
  function dispatchAndClose(this: EventTarget, event: Event): boolean {
    // happy-dom calls it again for each element that the event comes to.
    if (event === current) return dispatchEvent.call(this, event)
    const outer = current
    current = event
    const result = dispatchEvent.call(this, event)
    current = outer
    if (event.type === 'keydown' && (event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented) {
      cancelTopmost()
    }
    return result
  }
  return replaceProperty(owner, 'dispatchEvent', { value: dispatchAndClose, writable: true })
}

function cancelTopmost(): void {
  // One that the test has removed from the page is no longer open.
  const top = modals.findLast(({ dialog }) => dialog.isConnected && dialog.hasAttribute('open'))
  if (top?.dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) top.dialog.close()
}

/** The object in whose prototypes a method is written down. */
function ownerOf(object: EventTarget, name: string): EventTarget {
  let owner: EventTarget = object
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as EventTarget
  return owner
}
