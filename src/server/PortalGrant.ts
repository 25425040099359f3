import type { CustomerData } from '../schemas/CustomerData'
import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import type { PortalOptions } from '../schemas/PortalOptions'

/** What one signed-in user may do, as `authorize` says it. */
export interface PortalGrant {
  /**
   * Whose portal it may be. A browser that asks for another customer gets 403. With several keys it has to name
   * one; with one key that one is the default. A blank key voids the grant.
   */
  customer_key: string | readonly string[]
  /** Who is asking, for the audit trail: it reaches `onEvent` and `rateLimit`, never the vendor. */
  actor?: string | undefined
  /** What the server says about the portal. `clampOptions` tells how it meets what the browser asks for. */
  portal?: PortalOptions | undefined
  /** What is closed unless it is opened here. */
  allow?: PortalAllowances | undefined
}

/** The doors a grant may open. A rule that is a function opens its door with `true` and nothing else. */
export interface PortalAllowances {
  /** A last look at what the browser asks for, before it is clamped. Anything but `true` is a 403. */
  portal?: ((requested: PortalOptions) => boolean | Promise<boolean>) | undefined
  /** Records sent along with create_portal. Check who owns every key: keys are unique in the whole workspace. */
  customer_data?: true | ((data: CustomerData) => boolean | Promise<boolean>) | undefined
  /** Records sent to push_data. Check who owns every key: keys are unique in the whole workspace. */
  push_data?: true | ((data: CustomerData) => boolean | Promise<boolean>) | undefined
  /** Records deleted by key, customers aside. Keys have no customer upstream: only your own records know the owner. */
  delete_data?: ((keys: DeleteDataRequest) => boolean | Promise<boolean>) | undefined
  /** Deleting a customer of this grant, one at a time, with everything they have. */
  delete_customer?: true | undefined
}
