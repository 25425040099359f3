'use client'

import { type ForwardRefExoticComponent, forwardRef, type RefAttributes } from 'react'
import type { HostButtonProps } from '../renderButton'
import { useDialogContext } from './DialogContext'
import { useTriggerButton } from './useTriggerButton'

/** A button's own props, and a button of your own. */
export type DialogTriggerProps = HostButtonProps

/** The button that opens the dialog, and gets the focus back. Renders a `<button>`. */
export const DialogTrigger: ForwardRefExoticComponent<DialogTriggerProps & RefAttributes<HTMLButtonElement>> =
  forwardRef(function DialogTrigger(props, ref) {
    return useTriggerButton(useDialogContext(), props, ref)
  })
