import { PortalFrame } from 'react-seam-portal'
import { portalOrigins } from '@/lib/seam'
import { signedInUser } from '@/lib/session'
import { ActionPortals } from './ActionPortals'

export default async function Page() {
  const user = await signedInUser()
  return (
    <>
      <h1>Server action</h1>
      <p>An action takes the place of the route.</p>
      <ActionPortals sessionKey={user && user.id} portalOrigins={portalOrigins}>
        <PortalFrame heading="Access to Harbour House" />
      </ActionPortals>
    </>
  )
}
