'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import { renderButton, type HostButtonProps } from '../renderButton'
import { Glyph } from '../Glyph'
import { useWords } from '../useWords'
import { useDialogContext } from './DialogContext'

/** A button's own props, and a button of your own. */
export type DialogCloseProps = HostButtonProps

/** The button that closes the dialog. This page gets no Escape key from inside the portal. Renders a `<button>`. */
export const DialogClose: ForwardRefExoticComponent<DialogCloseProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function DialogClose(props, ref) {
    const { setOpen, wire } = useDialogContext()
    const { close } = useWords(wire.locale)
    // A render function has no children to look at.
    const { children = (props.render as { props?: HostButtonProps } | undefined)?.props?.children } = props
    return renderButton(
      'icon',
      {
        onClick: () => setOpen(false, 'close'),
        'aria-label': children ? undefined : close,
        'data-icon': 'close',
        children: <Glyph name="close" />,
      },
      props,
      // The ref is passed on like any prop and never read here.
      // oxlint-disable-next-line react/refs
      ref,
    )
  })
