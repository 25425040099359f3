import { PortalFrame } from 'react-seam-portal'
import { createPortalClient } from 'react-seam-portal/client'
import { handler } from '@/lib/seam'

// The handler stands in for the network: the address is a formality, and only its path counts.
const portals = createPortalClient({
  endpoint: 'http://localhost/api/seam',
  fetch: (request) => handler(request),
})

export default function Page() {
  // The link opens doors, and it now stands in the data of this page. Next sends a page that asks who is signed in
  // with `Cache-Control: private, no-store`; keep it so: no `use cache`, no CDN rule, no service worker.
  // The promise is handed on as it is, so that the page does not wait for the vendor. `await` it and it does.
  const link = portals.createPortal({ is_embedded: true })
  return (
    <>
      <h1>Link made ahead</h1>
      <p>The page brings its link along, and the browser asks for none.</p>
      <PortalFrame heading="Access to Harbour House" initialPortal={link} />
    </>
  )
}
