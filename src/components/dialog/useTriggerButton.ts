'use client'

import type { ForwardedRef, ReactNode } from 'react'
import { useIntent } from '../../hooks/useIntent'
import { renderButton, type HostButtonProps } from '../renderButton'
import type { DialogContextValue } from './DialogContext'

/** Gives the button that opens a dialog, and gets the focus back. */
export function useTriggerButton(
  { open, setOpen, handleIntent }: DialogContextValue,
  host: HostButtonProps,
  ref: ForwardedRef<HTMLButtonElement>,
): ReactNode {
  return renderButton(
    'launcher',
    {
      ...useIntent(handleIntent),
      onClick: ({ currentTarget }) => setOpen(true, 'trigger', currentTarget),
      'aria-haspopup': 'dialog',
      'aria-expanded': open,
    },
    host,
    ref,
  )
}
