import type { ReactElement } from 'react'
import { type PortalClient, PortalDialog, PortalFrame, PortalLauncher, PortalProvider } from '../../src/index'

/** Each component once, with few props. */
export function everything(client: PortalClient): ReactElement {
  return (
    <PortalProvider client={client} sessionKey={null}>
      <PortalFrame heading="Access" landing_page={{ manage: { room_key: 'room-204' } }} />
      <PortalLauncher>Manage access</PortalLauncher>
      <PortalLauncher presentation="drawer" data-variant="outline" />
      <PortalLauncher presentation="tab" />
      <PortalDialog.Root>
        <PortalDialog.Trigger>Open</PortalDialog.Trigger>
        <PortalDialog.Popup>
          <PortalDialog.Title />
          <PortalDialog.Close />
          <PortalDialog.Frame />
        </PortalDialog.Popup>
      </PortalDialog.Root>
    </PortalProvider>
  )
}
