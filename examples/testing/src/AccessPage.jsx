import { useState } from 'react'
import { PortalLauncher } from 'react-seam-portal'

const HARBOUR_HOUSE = { manage: { property_key: 'harbour-house' } }

/** A page of a dashboard, as a partner writes it. */
export function AccessPage() {
  const [status, setStatus] = useState('idle')
  return (
    <main>
      <h1>Harbour House</h1>
      <PortalLauncher heading="Access" landing_page={HARBOUR_HOUSE} onStatusChange={setStatus}>
        Manage access
      </PortalLauncher>
      <p>The portal is {status}</p>
    </main>
  )
}
