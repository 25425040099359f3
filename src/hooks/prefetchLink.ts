import type { CreatePortalInput } from '../client/createPortalClient'
import { preconnect } from '../frames/preconnect'
import type { PortalSession } from './createPortalSession'

/** Links made ahead in one minute, for pointers that wander over long lists: each is a session at the vendor's. */
const MOST = 10

/** Has a link made on a mere sign that it will be needed; says whether one may be. */
export function prefetchLink(session: PortalSession, input: CreatePortalInput): boolean {
  const now = performance.now()
  const recent = session.prefetched.filter((time) => now - time < 60_000)
  const { customer_data = {} } = input
  const writes = Object.keys(customer_data).some((name) => name !== 'customer_key')
  const { connection } = navigator as Saving
  if (session.idle || session.refused || writes || connection?.saveData || recent.length >= MOST) return false
  session.prefetched = [...recent, now]
  preconnect(session.config().portalOrigins)
  session.fetchLink(input).catch(() => {})
  return true
}

interface Saving {
  connection?: { saveData?: boolean }
}
