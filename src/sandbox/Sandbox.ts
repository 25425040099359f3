import type { CustomerData, PortalOptions } from '../schemas/index'
import type { SandboxFault, SandboxFaultOptions } from './SANDBOX_FAULTS'
import type { SandboxWarning } from './SandboxWarning'

/** What a sandbox starts with. */
export interface SandboxOptions {
  /** The sandbox's clock, in milliseconds since 1970. */
  now?: () => number
  /** Customers and their records that every workspace starts with. */
  seed?: readonly CustomerData[]
  /** The origin portal links are issued on. The sandbox itself answers on any. */
  portalOrigin?: string
  /**
   * The address of a file that holds `portalPageHtml()`, for hosts that serve files only.
   * Links then lead there and carry what the page shows in their hash.
   */
  portalPage?: string
}

/** A customer of a workspace, with every record pushed for them. */
export interface SandboxCustomer {
  workspace_id: string
  customer_key: string
  data: CustomerData
}

/** A portal that was made. Its address is not kept here: it is a secret. */
export interface SandboxPortal {
  /** The id in the path of its address. */
  portal_id: string
  workspace_id: string
  customer_key: string
  created_at: string
  expires_at: string
  /** What was asked for, without `customer_data`. */
  options: PortalOptions
}

/** A request that arrived. Neither bodies nor queries are kept: they hold secrets. */
export interface SandboxRequest {
  method: string
  path: string
  /** Undefined while there is no answer, and for good when the connection broke. */
  status: number | undefined
}

/** A vendor of your own, with nothing real behind it. */
export interface Sandbox {
  /** Answers the API and the portal's pages, on any host, by path. Bound: pass it around as it is. */
  fetch: (request: Request) => Promise<Response>
  /** Copies of all customers, of every workspace or of one. */
  customers: (workspaceId?: string) => SandboxCustomer[]
  /** Portals, oldest first. */
  readonly portals: readonly SandboxPortal[]
  /** Requests in the order they arrived, portal pages included. */
  readonly requests: readonly SandboxRequest[]
  /** What the vendor would have passed over in silence. */
  readonly warnings: readonly SandboxWarning[]
  /** Switches a fault on. Several can be on at once. */
  fail: (fault: SandboxFault, options?: SandboxFaultOptions) => void
  /** Switches one fault off, or all of them. */
  heal: (fault?: SandboxFault) => void
  /** Forgets everything but the seed: customers, portals, requests, warnings, faults. */
  reset: () => void
}
