/** Asks the host's own backend for a portal's address, as any page would by hand. */
export async function askForPortal() {
  const response = await fetch('/api/seam/customers/create_portal', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return (await response.json()).customer_portal.url
}
