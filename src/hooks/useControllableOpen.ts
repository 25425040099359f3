'use client'

import { useState } from 'react'
import type { PortalCloseReason } from '../portal/PortalConfig'

/** What opens and closes a dialog: the host, or the dialog itself. */
export interface OpenProps {
  /** Whether it is open, when the host decides. */
  open?: boolean | undefined
  /** Whether it begins open, when the host does not. @default false */
  defaultOpen?: boolean | undefined
  /** Told of every wish to open or close, and whose it was. */
  onOpenChange?: ((open: boolean, details: { reason: PortalCloseReason }) => void) | undefined
}

/** Whether something is open, kept here or by the host, and a function that asks for a change. */
export function useControllableOpen({
  open,
  defaultOpen = false,
  onOpenChange,
}: OpenProps): [open: boolean, setOpen: (open: boolean, reason: PortalCloseReason) => void] {
  const [own, setOwn] = useState(defaultOpen)
  const setOpen = (next: boolean, reason: PortalCloseReason) => {
    setOwn(next)
    onOpenChange?.(next, { reason })
  }
  return [open ?? own, setOpen]
}
