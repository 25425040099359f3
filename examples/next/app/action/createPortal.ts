'use server'

import { handler } from '@/lib/seam'

/** Any browser can call a server action with any value. The handler checks the user and the body, as in a route. */
export async function createPortal(body: object): Promise<unknown> {
  const answer = await handler(
    new Request('http://localhost/api/seam/customers/create_portal', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  // Return an error instead of throwing it: Next hides the message of a thrown error from the browser.
  return answer.json()
}
