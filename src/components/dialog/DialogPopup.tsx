'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type MouseEvent,
  type RefAttributes,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { PortalError } from '../../client/PortalError'
import { keepWarm } from '../../frames/keepWarm'
import { usePortalContext } from '../../hooks/PortalContext'
import { useBrowserLayoutEffect } from '../../hooks/useBrowserLayoutEffect'
import { useJoinedRef } from '../../hooks/useJoinedRef'
import { useOpenTab } from '../../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../../wire/PORTAL_ERRORS'
import { Glyph } from '../Glyph'
import { joinProps } from '../joinProps'
import { DialogClose } from './DialogClose'
import { useWords } from '../WordsContext'
import { DialogContext, useDialogContext } from './DialogContext'
import { DialogFrame } from './DialogFrame'
import { DialogTitle } from './DialogTitle'
import { lockScroll } from './lockScroll'

/** A dialog element's own props. Without children it has the usual header and frame. */
export type DialogPopupProps = Omit<ComponentPropsWithoutRef<'dialog'>, 'open'>

/**
 * The dialog itself, in the browser's top layer: nothing on the page can cover it. Renders a `<dialog>`, from the
 * first time it is needed.
 */
export const DialogPopup: ForwardRefExoticComponent<DialogPopupProps & RefAttributes<HTMLDialogElement>> =
  forwardRef(function DialogPopup(props, ref) {
    return useDialogContext().stage === 'absent' ? null : <Popup {...props} popupRef={ref} />
  })

function Popup({
  children,
  popupRef,
  ...rest
}: DialogPopupProps & { popupRef: ForwardedRef<HTMLDialogElement> }) {
  const dialog = useDialogContext()
  const { open, setOpen, presentation, trigger, stage, reason, setStage } = dialog
  const titleId = useId()
  const { session } = usePortalContext()
  const popup = useRef<HTMLDialogElement>(null)
  const joinedRef = useJoinedRef(popup, popupRef)
  const pressedOutside = useRef(false)
  const [closed, setClosed] = useState({})

  useEffect(() => {
    if (stage !== 'warm') return undefined
    return keepWarm(() => setStage((now) => (now === 'warm' ? 'absent' : now)))
  }, [stage, setStage])

  useBrowserLayoutEffect(() => {
    const element = popup.current
    if (!element) return undefined
    // As a property: React 18 does not know the attribute.
    element.inert = !open
    if (!open) return undefined
    const before = document.activeElement
    const unlock = lockScroll()
    if (element.showModal) element.showModal()
    else element.setAttribute('open', '')
    // Not the frame, where Escape is out of our hearing, and not Close, which Enter would press at once.
    document.getElementById(titleId)?.focus({ preventScroll: true })
    // Escape is for what is on top: a host's modal around this one would close with it, or in its place.
    window.addEventListener('keydown', keepEscape, true)
    return () => {
      unlock()
      window.removeEventListener('keydown', keepEscape, true)
      if (element.close) element.close()
      else element.removeAttribute('open')
      const back = trigger.current?.isConnected ? trigger.current : before
      // The next time it may be the host who opens it, from somewhere else.
      trigger.current = null
      if (back instanceof HTMLElement) back.focus({ preventScroll: true })
    }
  }, [open, stage, titleId, trigger, closed])

  useEffect(() => {
    if (!open) return undefined
    const { config } = session
    config().onEvent?.({ type: 'open', presentation })
    // Read when it closes: it says who closed it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    return () => config().onEvent?.({ type: 'close', reason: reason.current })
  }, [open, session, presentation, reason])

  const handlers: DialogPopupProps = {
    onCancel(event) {
      // The host may keep it open; what closes it is the change of `open`.
      event.preventDefault()
      event.stopPropagation()
      if (event.cancelable && event.target === event.currentTarget) setOpen(false, 'escape')
    },
    onClose(event) {
      // React lets it bubble, and a host's modal would take it for its own.
      event.stopPropagation()
      if (!open || popup.current?.open) return
      // A second Escape in a row cannot be prevented. A host who says no has it opened again.
      setOpen(false, 'escape')
      setClosed({})
    },
    // A press outside is the pointer's way out; the keyboard's is Escape.
    onPointerDown(event) {
      pressedOutside.current = isOutside(event)
    },
    onClick(event) {
      if (pressedOutside.current && isOutside(event)) setOpen(false, 'backdrop')
    },
  }
  return (
    <dialog
      aria-labelledby={titleId}
      {...joinProps(handlers, rest)}
      data-seam-portal="dialog"
      data-presentation={presentation}
      data-warm={stage === 'warm' ? '' : undefined}
      data-kept={stage === 'kept' ? '' : undefined}
      ref={joinedRef}
    >
      <DialogContext.Provider value={{ ...dialog, titleId }}>
        {children ?? <StandardContent />}
      </DialogContext.Provider>
    </dialog>
  )
}

function StandardContent() {
  const { open, wire, view } = useDialogContext()
  const words = useWords(wire.locale)
  const openTab = useOpenTab()
  const [error, setError] = useState<PortalError>()
  // News of a tab is old when the dialog opens again.
  if (error && !open) setError(undefined)
  return (
    <>
      <header lang={words.locale} data-seam-portal="header">
        <DialogTitle />
        <span data-seam-portal="blocked" role="status">
          {error && words.errors[PORTAL_ERRORS[error.code].message][0]}
        </span>
        <button
          type="button"
          data-seam-portal="icon"
          data-icon="tab"
          title={words.newTab}
          aria-label={words.newTab}
          onClick={() => void openTab(wire, words.loading, view.onError).then(setError)}
        >
          <Glyph name="tab" />
        </button>
        <DialogClose />
      </header>
      <DialogFrame />
    </>
  )
}

/** What has no use of its own for Escape; a field of a host's may have one, or a menu and what opened it. */
const WITHOUT_ESCAPE = 'body, [data-seam-portal], dialog :is(button, a):not([role], [aria-expanded=true])'

function keepEscape(event: KeyboardEvent): void {
  // The target may be the document, which matches nothing.
  if (event.key === 'Escape' && (event.target as Partial<Element>).matches?.(WITHOUT_ESCAPE))
    event.stopPropagation()
}

/** The backdrop belongs to the dialog element, but lies outside its box. */
function isOutside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom)
}
