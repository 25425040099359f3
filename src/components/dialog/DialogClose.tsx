'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { renderButton, type HostButtonProps } from '../renderButton'
import { Glyph } from '../Glyph'
import { useWords } from '../WordsContext'
import { useDialogContext } from './DialogContext'

/** A button's own props, and a button of your own. */
export type DialogCloseProps = HostButtonProps

/** The button that closes the dialog; Escape is not heard inside the portal. Renders a `<button>`. */
export const DialogClose: ForwardRefExoticComponent<DialogCloseProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function DialogClose(props, ref) {
    const { setOpen, wire } = useDialogContext()
    const { close } = useWords(wire.locale)
    // A function has no words to look at.
    const { children = (props.render as { props?: HostButtonProps } | undefined)?.props?.children } = props
    return renderButton(
      {
        onClick: () => setOpen(false, 'close'),
        'aria-label': children ? undefined : close,
        'data-seam-portal': 'icon',
        'data-icon': 'close',
        children: <Glyph name="close" />,
      },
      props,
      // Handed on as any prop; nobody reads it here.
      // oxlint-disable-next-line react/refs
      ref,
    )
  })
