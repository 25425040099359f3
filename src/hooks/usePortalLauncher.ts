'use client'

import type { CreatePortalInput } from '../client/createPortalClient'
import { usePortalContext } from './PortalContext'
import type { PortalCloseReason } from './PortalConfig'
import { prefetchLink } from './prefetchLink'
import { requestOf } from './requestOf'
import { type OpenProps, useControllableOpen } from './useControllableOpen'
import { type IntentHandlers, useIntent } from './useIntent'

/** The wire options of a portal, and how its dialog opens. */
export type UsePortalLauncherOptions = CreatePortalInput & OpenProps

/** A launcher without markup. */
export interface PortalLauncherState {
  open: boolean
  setOpen: (open: boolean, reason?: PortalCloseReason) => void
  /** For whatever opens the portal: notices intent, opens on a click. */
  triggerProps: IntentHandlers & { onClick: () => void; 'aria-haspopup': 'dialog'; 'aria-expanded': boolean }
  /** For `<PortalDialog.Root>`, or a dialog of your own with a `<PortalFrame>` in it. */
  rootProps: CreatePortalInput & Required<Pick<OpenProps, 'open' | 'onOpenChange'>>
}

/**
 * A launcher for markup of your own: has the link made on a sign of intent, and holds whether the dialog is open.
 *
 * @example
 * const { triggerProps, rootProps } = usePortalLauncher({ locale: 'fr-FR' })
 */
export function usePortalLauncher({
  open: wanted,
  defaultOpen,
  onOpenChange,
  ...wire
}: UsePortalLauncherOptions = {}): PortalLauncherState {
  const { session, options } = usePortalContext()
  const [open, change] = useControllableOpen({ open: wanted, defaultOpen, onOpenChange })
  const intent = useIntent(() => prefetchLink(session, requestOf(true, options, wire)))
  return {
    open,
    setOpen: (next, reason = 'trigger') => change(next, reason),
    triggerProps: {
      ...intent,
      onClick: () => change(true, 'trigger'),
      'aria-haspopup': 'dialog',
      'aria-expanded': open,
    },
    rootProps: { ...wire, open, onOpenChange: (next, { reason }) => change(next, reason) },
  }
}
