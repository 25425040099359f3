import type { PortalGrant } from '../../src/server/index'
import type { Sessions } from './createSessions'

/** Creates the function that decides who may open which portal. The handler calls it for every request. */
export function createAuthorize(sessions: Sessions): (request: Request) => PortalGrant | null | false {
  return function authorize(request) {
    const session = sessions.find(request.headers.get('cookie'))
    // The user is signed out: 401, and the portal shows the error state.
    if (!session) return null
    // Membership is checked now and not at sign-in: a user who has lost it gets 403.
    if (!session.memberOf.includes(session.customer_key)) return false
    return {
      // From the session, never from the request: a request for another customer's portal is refused.
      customer_key: session.customer_key,
      // For the audit log: `onEvent` gets it, and the vendor does not.
      actor: session.user,
      portal: {
        features: {
          // The whole front desk shares this dashboard, so the portal hides the management of staff.
          manage: { exclude_staff_management: true },
          // Only the back office sets rules for all properties.
          configure: { exclude: true },
        },
      },
    }
  }
}
