'use client'

import {
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
  useSyncExternalStore,
} from 'react'
import { useDialogContext } from './DialogContext'
import { DialogPopup, type DialogPopupProps, type PopupProps } from './DialogPopup'

/**
 * The dialog itself, in the browser's top layer: nothing on the page can cover it. Renders a `<dialog>` at the end of
 * the page, or of the host's modal it is opened from, from the first time it is needed.
 */
export const DialogPopupPart: ForwardRefExoticComponent<DialogPopupProps & RefAttributes<HTMLDialogElement>> =
  forwardRef(function DialogPopupPart(props, ref) {
    const dialog = useDialogContext()
    return dialog.stage === 'absent' ? null : <HydratedPopup {...props} dialog={dialog} popupRef={ref} />
  })

/** Renders the popup after hydration: React cannot hydrate what is rendered into another element. */
function HydratedPopup(props: PopupProps): ReactNode {
  const isHydrated = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  return isHydrated ? <DialogPopup {...props} /> : null
}

function subscribe(): () => void {
  return () => {}
}
