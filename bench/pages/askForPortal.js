/** Requests a portal's address from the host's own backend, as a page without this library would. */
export async function askForPortal() {
  const response = await fetch('/api/seam/customers/create_portal', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  return (await response.json()).customer_portal.url
}
