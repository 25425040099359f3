'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import type { PortalError } from '../../client/PortalError'
import { keepWarm } from '../../frames/keepWarm'
import { usePortalContext } from '../../hooks/PortalContext'
import { useBrowserLayoutEffect, useLatest } from '../../hooks/useLatest'
import { joinProps } from '../renderButton'
import { useOpenTab } from '../../hooks/useOpenTab'
import { PORTAL_ERRORS } from '../../wire/PORTAL_ERRORS'
import { Glyph } from '../Glyph'
import { DialogClose } from './DialogClose'
import { useWords } from '../useWords'
import { DialogContext, type DialogContextValue, useDialogContext } from './DialogContext'
import { DialogFrame } from './DialogFrame'
import { DialogTitle } from './DialogTitle'
import { noteOpener } from './noteOpener'
import { openModal, type Opening } from './openModal'
import { placeDialog } from './placeDialog'

/** A dialog element's own props. Without children it has the usual header and frame. */
export type DialogPopupProps = Omit<ComponentPropsWithoutRef<'dialog'>, 'open'>

/** The props of a popup that is on the page, open or closed. */
export interface PopupProps extends DialogPopupProps {
  dialog: DialogContextValue
  popupRef?: ForwardedRef<HTMLDialogElement>
}

/** Renders the popup outside of its part. Inside, a hidden ancestor would hide the dialog and leave the page inert. */
export function DialogPopup({ dialog, children, popupRef, ...rest }: PopupProps): ReactNode {
  const { open, setOpen, presentation, last, stage } = dialog
  const { session } = usePortalContext()
  const latest = useLatest(dialog)
  const titleId = useId()
  // An element in the part's own place, which has the theme of that place.
  const part = useRef<HTMLElement>(undefined)
  const pressedOutside = useRef(false)
  // The element to render into. It exists before it has a place, so that the popup is rendered in the same commit. A new
  // object with the same element opens the dialog once more.
  const [place, setPlace] = useState<{ home: HTMLElement }>(() => ({ home: document.createElement('div') }))
  const { home } = place
  const opening = useMemo<Opening | undefined>(
    // During render: a focused menu item may unmount in the same commit. Only at the opening: later its menu is gone.
    () =>
      open ? { ...(dialog.opener ?? noteOpener(last.current.trigger)), began: performance.now() } : undefined,
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [open],
  )

  // A ref is set before the layout effects of the popup: a frame from the cache would reload off the page.
  const partRef = (span: HTMLElement | null) => {
    if (!span || part.current) return
    part.current = span
    placeDialog(home, span, opening?.modals)
  }

  useBrowserLayoutEffect(() => {
    const { home } = place
    const popup = home.querySelector('dialog') as HTMLDialogElement
    // React 18 does not know the attribute `inert`, so set the property.
    popup.inert = !opening
    if (!opening) return undefined
    const next = placeDialog(home, part.current as HTMLElement, opening.modals)
    if (next !== home) {
      // React renders another popup into it, and that one opens.
      setPlace({ home: next })
      return undefined
    }
    const close = openModal(popup, home, opening, (isLost) => {
      if (isLost) latest.current.setOpen(false, 'modal')
      // Open it again in another place: the modal was fading out, or the host keeps `open`.
      setPlace({ home })
    })
    return () => {
      close()
      // The host may open it next time, from another place.
      last.current.trigger = null
    }
  }, [opening, place, last, latest])

  // Only the cleanup of an insertion effect means that the part unmounts. The popup's own cleanup runs after it.
  useInsertionEffect(() => () => queueMicrotask(() => home.remove()), [home])

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

  const handlers: DialogPopupProps = {
    onCancel(event) {
      // Only a change of `open` closes it, since the host may keep it open.
      event.preventDefault()
      if (event.cancelable && event.target === event.currentTarget) setOpen(false, 'escape')
    },
    onClose(event) {
      if (!open || event.currentTarget.open) return
      // The browser lets no page prevent a second Escape in a row. If the host keeps `open`, open the dialog again.
      setOpen(false, 'escape')
      setPlace({ home })
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
    <>
      <span hidden data-seam-portal="place" ref={partRef} />
      {createPortal(
        <dialog
          aria-labelledby={titleId}
          {...props}
          data-seam-portal="dialog"
          data-presentation={presentation}
          data-warm={stage === 'warm' ? '' : undefined}
          data-kept={stage === 'kept' ? '' : undefined}
          ref={popupRef}
        >
          <DialogContext.Provider value={{ ...dialog, titleId }}>
            {children ?? <StandardContent />}
          </DialogContext.Provider>
        </dialog>,
        home,
      )}
    </>
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

/** Whether a press is on the backdrop: it belongs to the dialog element, and is outside its box. */
function isOutside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return target === currentTarget && (clientX < left || clientX > right || clientY < top || clientY > bottom)
}

const ENDED =
  'PointerDown PointerMove PointerUp PointerCancel PointerOver PointerOut GotPointerCapture LostPointerCapture MouseDown MouseMove MouseUp MouseOver MouseOut TouchStart TouchMove TouchEnd TouchCancel Click DoubleClick AuxClick ContextMenu KeyDown KeyPress KeyUp Drag DragStart DragEnd DragEnter DragOver DragLeave Drop Cancel Close'.split(
    ' ',
  )

/**
 * Stops events at the dialog. React passes the events of a React portal to the part's ancestors, so a row or a link
 * around a launcher would handle a press on the dialog, and a host's modal its `close`. Focus, blur and all captured
 * events still reach them.
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
