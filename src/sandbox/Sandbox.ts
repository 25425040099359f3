import type { CustomerData, PortalOptions } from '../schemas/index'
import type { SandboxFault, SandboxFaultOptions } from './SANDBOX_FAULTS'

/** The options of `createSandbox`. All are optional. */
export interface SandboxOptions {
  /** The sandbox's clock, in milliseconds since 1970. Default: `Date.now`. */
  now?: () => number
  /** Customers with their records. Every workspace starts with them. */
  seed?: readonly CustomerData[]
  /** The origin in the links to portals. Default: the vendor's. `fetch` itself answers on every host. */
  portalOrigin?: string
  /**
   * The address of a file with the text of `portalPageHtml()`, for hosts that serve files only.
   * Links then lead to this file. The hash of a link holds what the page shows.
   */
  portalPage?: string
}

/** A customer of a workspace, with every record that was pushed for them. */
export interface SandboxCustomer {
  workspace_id: string
  customer_key: string
  data: CustomerData
}

/** A portal that create_portal made. Its address is left out, because it is a secret. */
export interface SandboxPortal {
  /** The id in the path of its address. */
  portal_id: string
  workspace_id: string
  customer_key: string
  created_at: string
  expires_at: string
  /** The body of create_portal, without `customer_data`. */
  options: PortalOptions
}

/** A request that the sandbox received. Body and query are left out, because they hold secrets. */
export interface SandboxRequest {
  method: string
  path: string
  /** The HTTP status. Undefined while the request is in flight, and after it failed without an answer. */
  status: number | undefined
}

/** Tells the developer what the vendor would have ignored without an error. */
export interface SandboxWarning {
  /** The kind of the warning. */
  code: SandboxWarningCode
  /** What happened, why it matters and what to do. */
  message: string
  /** The path in the body, such as `reservations[].space_keys`. */
  path?: string
  /** The customer of the data, when the request named one. */
  customer_key?: string
}

/**
 * The kinds of warnings.
 *
 * - `unknown_field`: the vendor does not know the field and drops it.
 * - `deprecated_field`: the field still works, but the vendor has replaced it.
 * - `duplicate_email`: two people have the same e-mail address. The stays of the second person are skipped.
 * - `foreign_key`: another customer of the workspace has a record with this key. That record stays unchanged.
 * - `unknown_space`, `unknown_person`: a stay names a place or a person that was never pushed, so it gives no access.
 * - `unknown_profile`: the workspace has no such customization profile.
 * - `unknown_resource`: the portal should open on a record that the customer does not have.
 * - `unknown_key`: delete_data found no record with this key.
 * - `customer_key_ignored`: delete_data has no `customer_key`. It has the list `customer_keys`.
 * - `sites_not_deletable`: delete_data cannot delete sites.
 * - `whole_customer_deleted`: `customer_keys` deletes every record of a customer, whatever other lists say.
 * - `customer_key_missing`: create_portal named no customer.
 * - `conflicting_providers`: a provider is both accepted and excluded.
 * - `snapshot_truncated`: the link of a static page had no room for every record.
 */
export type SandboxWarningCode =
  | 'unknown_field'
  | 'deprecated_field'
  | 'duplicate_email'
  | 'foreign_key'
  | 'unknown_space'
  | 'unknown_person'
  | 'unknown_profile'
  | 'unknown_resource'
  | 'unknown_key'
  | 'customer_key_ignored'
  | 'sites_not_deletable'
  | 'whole_customer_deleted'
  | 'customer_key_missing'
  | 'conflicting_providers'
  | 'snapshot_truncated'

/** A fake of the vendor: its API and its portal pages, in memory. */
export interface Sandbox {
  /** Answers the API and the portal pages. It reads the path and ignores the host. It needs no `this`. */
  fetch: (request: Request) => Promise<Response>
  /** Returns copies of all customers, or of those of one workspace. */
  customers: (workspaceId?: string) => SandboxCustomer[]
  /** The portals that create_portal made, oldest first. */
  readonly portals: readonly SandboxPortal[]
  /** All requests in the order of their arrival, those for portal pages included. */
  readonly requests: readonly SandboxRequest[]
  /** What the vendor would have ignored without an error. */
  readonly warnings: readonly SandboxWarning[]
  /** Switches a fault on. Several faults can be on together. */
  fail: (fault: SandboxFault, options?: SandboxFaultOptions) => void
  /** Switches one fault off, or all faults. */
  heal: (fault?: SandboxFault) => void
  /** Returns to the start: deletes customers, portals, requests, warnings and faults, and keeps the seed. */
  reset: () => void
}
