import type { ComponentProps } from 'react'
import { PortalDialog } from '../src/index'

/** The parts of a dialog, composed as in the launcher. */
export function Dialog(args: ComponentProps<typeof PortalDialog.Root>) {
  return (
    <PortalDialog.Root {...args}>
      <PortalDialog.Trigger>Manage access</PortalDialog.Trigger>
      <PortalDialog.Popup />
    </PortalDialog.Root>
  )
}
