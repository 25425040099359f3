'use server'

import { handler } from '@/lib/seam'

/** Anybody can call a server action with anything: the handler checks the user and the body, as it does in a route. */
export async function createPortal(body: object): Promise<unknown> {
  const answer = await handler(
    new Request('http://localhost/api/seam/customers/create_portal', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  // An error is given back and not thrown: Next keeps the words of what an action throws from the browser.
  return answer.json()
}
