'use client'

import { useState } from 'react'
import type { PortalCloseReason } from '../portal/PortalConfig'

/** The props that say who controls a dialog: the host, with `open`, or the dialog itself. */
export interface OpenProps {
  /** Whether the dialog is open. With it, the host controls the dialog. */
  open?: boolean | undefined
  /** Whether the dialog is open at first, when the host does not control it. @default false */
  defaultOpen?: boolean | undefined
  /** Called for each request to open or close, with its reason. */
  onOpenChange?: ((open: boolean, details: { reason: PortalCloseReason }) => void) | undefined
}

/** Returns whether the dialog is open, and a function that requests a change. The host or this hook keeps the state. */
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
