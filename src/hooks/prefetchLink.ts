import type { CreatePortalInput } from '../client/createPortalClient'
import { preconnect } from '../frames/preconnect'
import type { PortalSession } from './PortalSession'

/** Links made ahead in one minute, for pointers that wander over long lists: each is a session at the vendor's. */
const MOST = 10

/** Has a link made on a mere sign that it will be needed; says whether it is there, under way, or may be made. */
export function prefetchLink(session: PortalSession, input: CreatePortalInput): boolean {
  const { customer_data = {} } = input
  const writes = Object.keys(customer_data).some((name) => name !== 'customer_key')
  const { connection } = navigator as Saving
  if (session.idle || session.refused || writes || connection?.saveData) return false
  if (session.has(input)) return true
  const now = performance.now()
  const recent = session.prefetched.filter((time) => now - time < 60_000)
  if (recent.length >= MOST) return false
  session.prefetched = [...recent, now]
  preconnect(session.config().portalOrigins)
  session.fetchLink(input).catch(() => {})
  return true
}

interface Saving {
  connection?: { saveData?: boolean }
}
