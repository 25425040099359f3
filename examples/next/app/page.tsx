import { PortalLauncher } from 'react-seam-portal'

export default function Page() {
  return (
    <>
      <h1>Route handler</h1>
      <p>
        The browser asks <code>/api/seam</code> for a link while the pointer rests on the button.
      </p>
      <PortalLauncher heading="Access to Harbour House">Manage access</PortalLauncher>
    </>
  )
}
