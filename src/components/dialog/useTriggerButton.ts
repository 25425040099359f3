'use client'

import type { ForwardedRef, ReactNode } from 'react'
import { useIntent } from '../../hooks/useIntent'
import { useJoinedRef } from '../../hooks/useJoinedRef'
import { drawButton, type HostButtonProps } from '../drawButton'
import type { DialogContextValue } from './DialogContext'

/** Gives the button that opens a dialog, and gets the focus back. */
export function useTriggerButton(
  { open, setOpen, trigger, handleIntent }: DialogContextValue,
  host: HostButtonProps,
  ref: ForwardedRef<HTMLButtonElement>,
): ReactNode {
  return drawButton(
    {
      ...useIntent(handleIntent),
      onClick: () => setOpen(true, 'trigger'),
      'aria-haspopup': 'dialog',
      'aria-expanded': open,
      'data-seam-portal': 'launcher',
    },
    host,
    useJoinedRef(trigger, ref),
  )
}
