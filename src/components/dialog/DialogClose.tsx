'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
} from 'react'
import { ActionButton, type RenderButton } from '../ActionButton'
import { Glyph } from '../Glyph'
import { joinProps } from '../joinProps'
import { useWords } from '../WordsContext'
import { useDialogContext } from './DialogContext'

/** A button's own props, and a button of your own. */
export interface DialogCloseProps extends ComponentPropsWithoutRef<'button'> {
  /** A button of your own: an element, or a function of the props it must take. */
  render?: RenderButton | undefined
}

/** The button that closes the dialog; Escape is not heard inside the portal. Renders a `<button>`. */
export const DialogClose: ForwardRefExoticComponent<DialogCloseProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function DialogClose({ render, children, ...rest }, ref) {
    const { setOpen, wire } = useDialogContext()
    const words = useWords(wire.locale)
    const own: ComponentPropsWithoutRef<'button'> = { onClick: () => setOpen(false, 'close') }
    return (
      <ActionButton
        aria-label={children ? undefined : words.close}
        {...joinProps(own, rest)}
        render={render}
        data-seam-portal="icon"
        data-icon="close"
        ref={ref}
      >
        {children ?? <Glyph name="close" />}
      </ActionButton>
    )
  })
