'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
} from 'react'
import { ActionButton, type RenderButton } from '../ActionButton'
import { Glyph } from '../Glyph'
import { useDialogContext } from './DialogContext'

/** A button's own props, and a button of your own. */
export interface DialogCloseProps extends ComponentPropsWithoutRef<'button'> {
  /** A button of your own: an element, or a function of the props it must take. */
  render?: RenderButton | undefined
}

/** The button that closes the dialog; Escape is not heard inside the portal. Renders a `<button>`. */
export const DialogClose: ForwardRefExoticComponent<DialogCloseProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function DialogClose(props, ref) {
    const { setOpen, words } = useDialogContext()
    const { children = <Glyph name="close" /> } = props
    return (
      <ActionButton
        own={{
          onClick: () => setOpen(false, 'close'),
          'aria-label': props.children ? undefined : words.close,
        }}
        host={props}
        data-seam-portal="icon"
        data-icon="close"
        buttonRef={ref}
      >
        {children}
      </ActionButton>
    )
  })
