import type { PortalGrant } from '../../src/server/index'
import type { Sessions } from './createSessions'

/** Makes the function that decides who may open which portal. The handler asks it at every call. */
export function createAuthorize(sessions: Sessions): (request: Request) => PortalGrant | null | false {
  return function authorize(request) {
    const session = sessions.find(request.headers.get('cookie'))
    // Nobody is signed in: 401, and the portal's place says so.
    if (!session) return null
    // Membership is looked up now and not at sign-in, so that whoever loses it loses their portals with it: 403.
    if (!session.memberOf.includes(session.customer_key)) return false
    return {
      // From the session, never from the request: whoever asks for another customer's portal is refused.
      customer_key: session.customer_key,
      // For the audit trail: it reaches onEvent, and not the vendor.
      actor: session.user,
      portal: {
        features: {
          // The whole front desk shares this dashboard, and who works here is decided elsewhere.
          manage: { exclude_staff_management: true },
          // Rules for all properties at once belong to the back office.
          configure: { exclude: true },
        },
      },
    }
  }
}
