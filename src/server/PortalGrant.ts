import type { CustomerData } from '../schemas/CustomerData'
import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import type { PortalOptions } from '../schemas/PortalOptions'

/** What one signed-in user may do. `authorize` returns it. */
export interface PortalGrant {
  /**
   * The customer, or customers, of the user. A request for another customer gets 403. With several keys the browser
   * must name one; a single key is the default. A blank key makes the grant invalid.
   */
  customer_key: string | readonly string[]
  /** The user, for the audit trail. `onEvent` and `rateLimit` get it; the vendor never does. */
  actor?: string | undefined
  /** The portal's options as the server sets them. `clampOptions` says how they combine with the browser's. */
  portal?: PortalOptions | undefined
  /** Operations that are refused unless they are allowed here. */
  allow?: PortalAllowances | undefined
}

/** What a grant may allow. A rule that is a function allows with the value `true` alone. */
export interface PortalAllowances {
  /** Checks the browser's options before they are narrowed. Any result but `true` is answered with 403. */
  portal?: ((requested: PortalOptions) => boolean | Promise<boolean>) | undefined
  /** Records sent with create_portal. Check the owner of every key: keys are unique in the whole workspace. */
  customer_data?: true | ((data: CustomerData) => boolean | Promise<boolean>) | undefined
  /** Records sent to push_data. Check the owner of every key: keys are unique in the whole workspace. */
  push_data?: true | ((data: CustomerData) => boolean | Promise<boolean>) | undefined
  /** Records deleted by key, without customers. The vendor does not know the owner of a key; only your records do. */
  delete_data?: ((keys: DeleteDataRequest) => boolean | Promise<boolean>) | undefined
  /** Deleting a customer of this grant with all of its data, one customer at a time. */
  delete_customer?: true | undefined
}
