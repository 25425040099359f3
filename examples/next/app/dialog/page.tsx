import { PortalDialog } from 'react-seam-portal'

export default function Page() {
  return (
    <>
      <h1>Dialog in parts</h1>
      <p>A server component puts the dialog together. Only its parts are client components.</p>
      <PortalDialog.Root heading="Access to Harbour House">
        <PortalDialog.Trigger>Manage access</PortalDialog.Trigger>
        <PortalDialog.Popup>
          <header className="bar">
            <PortalDialog.Title>Who may come in</PortalDialog.Title>
            <PortalDialog.Close>Done</PortalDialog.Close>
          </header>
          <PortalDialog.Frame />
        </PortalDialog.Popup>
      </PortalDialog.Root>
    </>
  )
}
