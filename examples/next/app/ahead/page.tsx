import { PortalFrame } from 'react-seam-portal'
import { createPortalClient } from 'react-seam-portal/client'
import { handler } from '@/lib/seam'

// The client calls the handler directly, without a network. Only the path of the address is used.
const portals = createPortalClient({
  endpoint: 'http://localhost/api/seam',
  fetch: (request) => handler(request),
})

export default function Page() {
  // The link can open doors, and it is part of this page's data. Next sends a page that reads the session with
  // `Cache-Control: private, no-store`. Keep it so: no `use cache`, no CDN rule, no service worker.
  // The promise is passed on without `await`, so the page does not wait for the vendor.
  const link = portals.createPortal({ is_embedded: true })
  return (
    <>
      <h1>Link made ahead</h1>
      <p>The page contains the link, so the browser sends no request for one.</p>
      <PortalFrame heading="Access to Harbour House" initialPortal={link} />
    </>
  )
}
