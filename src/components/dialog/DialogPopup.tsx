'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type MouseEvent,
  type ReactNode,
  type RefAttributes,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import type { PortalError } from '../../client/PortalError'
import { keepWarm } from '../../frames/keepWarm'
import { usePortalContext } from '../../hooks/PortalContext'
import { useBrowserLayoutEffect, useLatest } from '../../hooks/useLatest'
import { joinProps, useJoinedRef } from '../renderButton'
import { useOpenTab } from '../../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../../wire/PORTAL_ERRORS'
import { Glyph } from '../Glyph'
import { DialogClose } from './DialogClose'
import { useWords } from '../useWords'
import { DialogContext, useDialogContext } from './DialogContext'
import { DialogFrame } from './DialogFrame'
import { DialogTitle } from './DialogTitle'
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

/** Renders the popup outside of its part. Inside, a hidden ancestor would hide the dialog and leave the page inert. */
function PlacedPopup(props: PopupProps): ReactNode {
  const { open, presentation, last, stage, dropWarm } = useDialogContext()
  const { session } = usePortalContext()
  const home = useDialogHome()
  const latest = useLatest({ dropWarm })

  useEffect(() => {
    if (stage !== 'warm') return undefined
    return keepWarm(() => latest.current.dropWarm())
  }, [stage, latest])

  useEffect(() => {
    if (!open) return undefined
    const { config } = session
    config().onEvent?.({ type: 'open', presentation })
    // The cleanup reads the newest value: what closed the dialog.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    return () => config().onEvent?.({ type: 'close', reason: last.current.reason })
  }, [open, session, presentation, last])

  return (
    <>
      <span hidden data-seam-portal="place" ref={home.partRef} />
      {home.element && createPortal(<Popup {...props} home={home} />, home.element)}
    </>
  )
}

function Popup({ children, popupRef, home, ...rest }: PopupProps & { home: DialogHome }) {
  const dialog = useDialogContext()
  const { open, setOpen, presentation, last, stage } = dialog
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
    // React 18 does not know the attribute `inert`, so set the property.
    element.inert = !open
    // In another home React renders another popup, and that one opens.
    const place = open && enter.current()
    if (!place) return undefined
    const unlock = lockScroll()
    if (element.showModal) element.showModal()
    else element.setAttribute('open', '')
    // Focus the title. In the frame this page gets no Escape key, and on Close the Enter key would close the dialog.
    element.querySelector<HTMLElement>('[data-seam-portal=title]')?.focus({ preventScroll: true })
    // Without this, Escape would also close a host's modal around the dialog.
    window.addEventListener('keydown', keepEscape, true)
    const unwatch = place.watch(element, (isLost) => {
      if (isLost) latest.current.setOpen(false, 'modal')
      // Open it again in another place: the modal was fading out, or the host keeps `open`.
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
      // The host may open it next time, from another place.
      last.current = { ...last.current, trigger: null }
      if (hasFocus) focusFirst(place.focusTargets)
    }
  }, [open, stage, last, closed, enter, latest])

  const handlers: DialogPopupProps = {
    onCancel(event) {
      // Only a change of `open` closes it, since the host may keep it open.
      event.preventDefault()
      event.stopPropagation()
      if (event.cancelable && event.target === event.currentTarget) setOpen(false, 'escape')
    },
    onClose(event) {
      // React lets `close` bubble, and a host's modal would handle it as its own.
      event.stopPropagation()
      if (!open || popup.current?.open) return
      // The browser lets no page prevent a second Escape in a row. If the host keeps `open`, open the dialog again.
      setOpen(false, 'escape')
      setClosed({})
    },
    // A press on the backdrop closes only if it began there.
    onPointerDown(event) {
      pressedOutside.current = isOutside(event)
    },
    onClick(event) {
      if (pressedOutside.current && isOutside(event)) setOpen(false, 'backdrop')
    },
  }
  // The handlers read the ref when they run, not during render.
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
  // The message about a blocked tab goes when the dialog closes.
  if (error && !open) setError(undefined)
  return (
    <>
      {/* Not a <header>: the rule `dialog > header` of some stylesheets outweighs a class. */}
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

/** Elements that do not handle Escape themselves. A host's field, a menu and its button may handle it. */
const WITHOUT_ESCAPE = 'body, [data-seam-portal], dialog :is(button, a):not([role], [aria-expanded=true])'

function keepEscape(event: KeyboardEvent): void {
  // The target may be the document, which has no `matches`.
  if (event.key === 'Escape' && (event.target as Partial<Element>).matches?.(WITHOUT_ESCAPE))
    event.stopPropagation()
}

/** Whether a press is on the backdrop: it belongs to the dialog element, and is outside its box. */
function isOutside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom)
}

const ENDED =
  'PointerDown PointerMove PointerUp PointerCancel PointerOver PointerOut GotPointerCapture LostPointerCapture MouseDown MouseMove MouseUp MouseOver MouseOut TouchStart TouchMove TouchEnd TouchCancel Click DoubleClick AuxClick ContextMenu KeyDown KeyPress KeyUp Drag DragStart DragEnd DragEnter DragOver DragLeave DragExit Drop'.split(
    ' ',
  )

/**
 * Stops events at the dialog. React passes the events of a React portal to the part's ancestors, so a row or a link
 * around a launcher would handle a press on the dialog. Focus, blur and all captured events still reach them.
 */
function endEvents<Props extends object>(props: Props): Props {
  const ended = { ...props } as Record<string, unknown>
  for (const name of ENDED) {
    const handle = ended[`on${name}`] as ((event: SyntheticEvent) => void) | undefined
    ended[`on${name}`] = (event: SyntheticEvent) => {
      handle?.(event)
      // Radix needs the pointer event at the document, so stop it in React's tree only.
      if (event.type.startsWith('pointer')) event.isPropagationStopped = () => true
      else event.stopPropagation()
    }
  }
  return ended as Props
}
