'use client'

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
  useSyncExternalStore,
} from 'react'
import { useDialogContext } from './DialogContext'
import { PlacedPopup, type PlacedPopupProps } from './PlacedPopup'

/** A dialog element's own props. Without children it has the usual header and frame. */
export type DialogPopupProps = Omit<ComponentPropsWithoutRef<'dialog'>, 'open'>

/**
 * The dialog itself, in the browser's top layer: nothing on the page can cover it. Renders a `<dialog>` at the end of
 * the page, or of the host's modal it is opened from, from the first time it is needed.
 */
export const DialogPopup: ForwardRefExoticComponent<DialogPopupProps & RefAttributes<HTMLDialogElement>> =
  forwardRef(function DialogPopup(props, ref) {
    const dialog = useDialogContext()
    return dialog.stage === 'absent' ? null : <HydratedPopup {...props} dialog={dialog} popupRef={ref} />
  })

/** Renders the popup after hydration: React cannot hydrate what is rendered into another element. */
function HydratedPopup(props: PlacedPopupProps): ReactNode {
  const isHydrated = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  return isHydrated ? <PlacedPopup {...props} /> : null
}

function subscribe(): () => void {
  return () => {}
}
