import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import { ERROR_GUIDE } from './ERROR_GUIDE'

const explained = new Set<string>()

/** Prints what an error means and what to do, once for each code. An event holds no address and no token. */
export function explainEvent(event: {
  type: string
  code?: PortalErrorCode
  requestId?: string | undefined
}): void {
  const { code, requestId = 'unknown' } = event
  if (event.type !== 'error' || !code || explained.has(code)) return
  explained.add(code)
  const { what, fix } = ERROR_GUIDE[code]
  console.warn(`react-seam-portal: ${code}. ${what} ${fix} Request: ${requestId}.`)
}

/** Prints one step of a portal's state machine: state, event, next state. It knows no address and no token to print. */
export function explainTransition(from: string, event: string, to: string): void {
  console.debug(`react-seam-portal: ${from} → ${to} (${event})`)
}
