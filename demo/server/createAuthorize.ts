import type { CustomerData, DeleteDataRequest } from '../../src/schemas/index'
import type { PortalGrant } from '../../src/server/index'
import { CUSTOMERS } from '../data/CUSTOMERS'
import type { Cancellations } from './createCancellations'
import type { Sessions } from './createSessions'

/** Creates the function that decides who may open which portal. The handler calls it for every request. */
export function createAuthorize(
  sessions: Sessions,
  cancellations: Cancellations,
): (request: Request) => PortalGrant | null | false {
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
      allow: {
        // For the Import page. Whoever may push a stay gets a door code for it, so the server looks at every record.
        push_data: (data) => ownsAll(session.customer_key, data),
        // For cancellations, and for what an import no longer has. The vendor does not know whose a key is.
        delete_data: (keys) => mayDelete(session.customer_key, keys, cancellations),
      },
    }
  }
}

/** Whether it is reservations alone, under this customer's own codes and for its own rooms. */
function ownsAll(customer_key: string, data: CustomerData): boolean {
  const customer = CUSTOMERS.find(({ key }) => key === customer_key)
  if (!customer) return false
  const rooms = new Set(customer.properties.flatMap(({ rooms }) => rooms.map(({ key }) => key)))
  const properties = new Set(customer.properties.map(({ key }) => key))
  const { customer_key: _, reservations = [], ...others } = data
  return (
    Object.keys(others).length === 0 &&
    reservations.every(
      ({ reservation_key, room_keys = [], property_keys = [], ...rest }) =>
        reservation_key.startsWith(customer.code) &&
        room_keys.every((key) => rooms.has(key)) &&
        property_keys.every((key) => properties.has(key)) &&
        Object.keys(rest).every((field) => HARMLESS.has(field)),
    )
  )
}

/**
 * Whether it is reservations alone, under this customer's own codes, and none that is still booked here. The sample
 * customers' codes are no beginnings of each other; a product looks each key up among the customer's own records.
 */
function mayDelete(customer_key: string, keys: DeleteDataRequest, cancellations: Cancellations): boolean {
  const customer = CUSTOMERS.find(({ key }) => key === customer_key)
  const { reservation_keys = [], ...others } = keys
  const booked = new Set(customer?.reservations.map(({ code }) => code))
  return (
    !!customer &&
    Object.keys(others).length === 0 &&
    reservation_keys.every(
      (key) => key.startsWith(customer.code) && (cancellations.has(key) || !booked.has(key)),
    )
  )
}

/** Fields that open no door of anybody else's. */
const HARMLESS = new Set(['name', 'starts_at', 'ends_at'])
