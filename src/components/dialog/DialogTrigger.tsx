'use client'

import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type RefAttributes,
} from 'react'
import { useIntent } from '../../hooks/useIntent'
import { useJoinedRef } from '../../hooks/useJoinedRef'
import { ActionButton, type RenderButton } from '../ActionButton'
import { useDialogContext } from './DialogContext'

/** A button's own props, and a button of your own. */
export interface DialogTriggerProps extends ComponentPropsWithoutRef<'button'> {
  /** A button of your own: an element, or a function of the props it must take. */
  render?: RenderButton | undefined
}

/** The button that opens the dialog, and gets the focus back. Renders a `<button>`. */
export const DialogTrigger: ForwardRefExoticComponent<DialogTriggerProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function DialogTrigger(props, ref) {
    const { open, setOpen, presentation, trigger, handleIntent } = useDialogContext()
    const intent = useIntent(handleIntent)
    return (
      <ActionButton
        own={{
          ...intent,
          onClick: () => setOpen(true, 'trigger'),
          'aria-haspopup': 'dialog',
          'aria-expanded': open,
        }}
        host={props}
        data-seam-portal="launcher"
        data-presentation={presentation}
        buttonRef={useJoinedRef(trigger, ref)}
      >
        {props.children}
      </ActionButton>
    )
  })
