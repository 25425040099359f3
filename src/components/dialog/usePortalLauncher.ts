'use client'

import type { CreatePortalInput } from '../../client/createPortalClient'
import { splitPortalProps } from '../splitPortalProps'
import { type OpenProps, useDialog } from './useDialog'
import { type IntentHandlers, useIntent } from '../../hooks/useIntent'
import type { PortalCloseReason } from '../../portal/createPortalSession'

/** The wire options of a portal, and how its dialog opens. */
export type UsePortalLauncherOptions = CreatePortalInput & OpenProps

/** A launcher without markup. */
export interface PortalLauncherState {
  open: boolean
  setOpen: (open: boolean, reason?: PortalCloseReason) => void
  /** For the element that opens the portal: notices intent, opens on a click. */
  triggerProps: IntentHandlers & { onClick: () => void; 'aria-haspopup': 'dialog'; 'aria-expanded': boolean }
  /** For `<PortalDialog.Root>`, or for a dialog of your own with a `<PortalFrame>` in it. */
  rootProps: CreatePortalInput & Required<Pick<OpenProps, 'open' | 'onOpenChange'>>
}

/**
 * A launcher for markup of your own: prefetches the link on a sign of intent, and holds whether the dialog is open.
 *
 * @example
 * const { triggerProps, rootProps } = usePortalLauncher({ locale: 'fr-FR' })
 */
export function usePortalLauncher(options: UsePortalLauncherOptions = {}): PortalLauncherState {
  const [wire, control] = splitPortalProps(options)
  const { open, setOpen, handleIntent } = useDialog(wire, control)
  return {
    open,
    setOpen,
    triggerProps: {
      ...useIntent(handleIntent),
      onClick: () => setOpen(true),
      'aria-haspopup': 'dialog',
      'aria-expanded': open,
    },
    rootProps: { ...wire, open, onOpenChange: (next, { reason }) => setOpen(next, reason) },
  }
}
