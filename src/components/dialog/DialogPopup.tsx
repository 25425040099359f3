'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type MouseEvent,
  type ReactNode,
  type RefAttributes,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import type { PortalError } from '../../client/PortalError'
import { keepWarm } from '../../frames/keepWarm'
import { usePortalContext } from '../../hooks/PortalContext'
import { useBrowserLayoutEffect } from '../../hooks/useBrowserLayoutEffect'
import { useJoinedRef } from '../../hooks/useJoinedRef'
import { useLatest } from '../../hooks/useLatest'
import { useOpenTab } from '../../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../../wire/PORTAL_ERRORS'
import { Glyph } from '../Glyph'
import { joinProps } from '../joinProps'
import { DialogClose } from './DialogClose'
import { useWords } from '../WordsContext'
import { DialogContext, useDialogContext } from './DialogContext'
import { DialogFrame } from './DialogFrame'
import { DialogTitle } from './DialogTitle'
import { endEvents } from './endEvents'
import { lockScroll } from './lockScroll'
import { focusFirst } from './noteOpener'
import { type DialogHome, useDialogHome } from './useDialogHome'

/** A dialog element's own props. Without children it has the usual header and frame. */
export type DialogPopupProps = Omit<ComponentPropsWithoutRef<'dialog'>, 'open'>

/**
 * The dialog itself, in the browser's top layer: nothing on the page can cover it. Renders a `<dialog>` at the end of
 * the page, or of the host's modal it is opened from, from the first time it is needed.
 */
export const DialogPopup: ForwardRefExoticComponent<DialogPopupProps & RefAttributes<HTMLDialogElement>> =
  forwardRef(function DialogPopup(props, ref) {
    return useDialogContext().stage === 'absent' ? null : <PlacedPopup {...props} popupRef={ref} />
  })

interface PopupProps extends DialogPopupProps {
  popupRef: ForwardedRef<HTMLDialogElement>
}

/** Finds the popup a place: an ancestor that hides would leave an inert page and no dialog. */
function PlacedPopup(props: PopupProps): ReactNode {
  const { open, presentation, reason, stage, setStage } = useDialogContext()
  const { session } = usePortalContext()
  const home = useDialogHome()

  useEffect(() => {
    if (stage !== 'warm') return undefined
    return keepWarm(() => setStage((now) => (now === 'warm' ? 'absent' : now)))
  }, [stage, setStage])

  useEffect(() => {
    if (!open) return undefined
    const { config } = session
    config().onEvent?.({ type: 'open', presentation })
    // Read when it closes: it says who closed it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    return () => config().onEvent?.({ type: 'close', reason: reason.current })
  }, [open, session, presentation, reason])

  return (
    <>
      <span hidden ref={home.part} />
      {home.element && createPortal(<Popup {...props} home={home} />, home.element)}
    </>
  )
}

function Popup({ children, popupRef, home, ...rest }: PopupProps & { home: DialogHome }) {
  const dialog = useDialogContext()
  const { open, setOpen, presentation, trigger, stage } = dialog
  const titleId = useId()
  const popup = useRef<HTMLDialogElement>(null)
  const joinedRef = useJoinedRef(popup, popupRef)
  const pressedOutside = useRef(false)
  const [closed, setClosed] = useState({})
  const { enter } = home
  const latest = useLatest({ setOpen })

  useBrowserLayoutEffect(() => {
    const element = popup.current
    if (!element) return undefined
    // As a property: React 18 does not know the attribute.
    element.inert = !open
    // Another home is another popup, which opens in place of this one.
    const place = open && enter.current()
    if (!place) return undefined
    const unlock = lockScroll()
    if (element.showModal) element.showModal()
    else element.setAttribute('open', '')
    // Not the frame, where Escape is out of our hearing, and not Close, which Enter would press at once.
    element.querySelector<HTMLElement>('[data-seam-portal=title]')?.focus({ preventScroll: true })
    // Escape is for what is on top: a host's modal around this one would close with it, or in its place.
    window.addEventListener('keydown', keepEscape, true)
    const unwatch = place.watch(element, (isLost) => {
      if (isLost) latest.current.setOpen(false, 'modal')
      // Opened again elsewhere: because its modal was on its way out, or because the host says no.
      setClosed({})
    })
    return () => {
      unwatch()
      unlock()
      window.removeEventListener('keydown', keepEscape, true)
      const { activeElement } = document
      const hasFocus = !activeElement || activeElement === document.body || element.contains(activeElement)
      // WebKit keeps the focus in a dialog that fades out, and a later inert sends it to the body: so inert comes first.
      element.inert = true
      if (element.close) element.close()
      else element.removeAttribute('open')
      // The next time it may be the host who opens it, from somewhere else.
      trigger.current = null
      if (hasFocus) focusFirst(place.heirs)
    }
  }, [open, stage, trigger, closed, enter, latest])

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
  // The handlers read it when they run.
  // oxlint-disable-next-line react/refs
  const props = endEvents(joinProps(handlers, rest))
  return (
    <dialog
      aria-labelledby={titleId}
      {...props}
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
      {/* Not a header: stylesheets of bare elements have rules for one, and dialog > header weighs more than a class. */}
      <div lang={words.locale} data-seam-portal="header">
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
      </div>
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
