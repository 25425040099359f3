'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
} from 'react'
import { useWords } from '../useWords'
import { useDialogContext } from './DialogContext'

/** A heading's own props, without those that the dialog sets. */
export type DialogTitleProps = Omit<ComponentPropsWithoutRef<'h2'>, 'id' | 'tabIndex'>

/** The dialog's name. It gets the focus when the dialog opens. Renders an `<h2>`. */
export const DialogTitle: ForwardRefExoticComponent<DialogTitleProps & RefAttributes<HTMLHeadingElement>> =
  forwardRef(function DialogTitle({ children, ...rest }, ref) {
    const { titleId, view, wire } = useDialogContext()
    const words = useWords(wire.locale)
    return (
      <h2 {...rest} id={titleId} tabIndex={-1} data-seam-portal="title" ref={ref}>
        {children ?? view.heading ?? words.manageAccess}
      </h2>
    )
  })
