import type { Operation } from '../wire/OPERATIONS'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { PortalGrant } from './PortalGrant'

/** A value, or a function of the grant that gives it: for rotation, a workspace per brand, builds without secrets. */
type OfGrant = string | undefined | ((grant: PortalGrant) => string | Promise<string>)

/** How the backend signs its calls to the vendor: with an API key, or with a personal access token and a workspace. */
export type PortalCredentials =
  | {
      /** The vendor's API key. A string is checked at construction, what a function gives when it is used. */
      apiKey: OfGrant
      personalAccessToken?: undefined
      workspaceId?: undefined
    }
  | {
      apiKey?: undefined
      /** A personal access token of the vendor's, `seam_at…`. */
      personalAccessToken: OfGrant
      /** The workspace the token is used for, a UUID. */
      workspaceId: OfGrant
    }

/** What `authorize` is told beside the request. */
export interface AuthorizeDetails<Context = unknown> {
  /** What the browser wants to do. */
  operation: Operation
  /** What it asks for, unchecked: enough to choose among the customers of one user. */
  requested: { customer_key: string | undefined }
  /** The second argument of the handler: under `toNodeHandler`, `{ req, res }`. */
  context: Context
}

/** What `rateLimit` is told. */
export interface RateLimitDetails {
  operation: Operation
  /** The customer, where the operation is about one. */
  customer_key: string | undefined
  /** The grant's `actor`. */
  actor: string | undefined
  /** The request. Its body has been read. */
  request: Request
}

/** Whether a call may go on, and if not, after how many seconds to try again. */
export type RateLimitVerdict = boolean | { ok: boolean; retryAfter?: number | undefined }

/** What happened to one request. It holds no key, no token and no portal address. */
export interface PortalHandlerEvent {
  /** The operation, unless the path named none. */
  operation: Operation | undefined
  /** The grant's `actor`, once there is a grant. */
  actor: string | undefined
  /** The customer, once it is known. */
  customer_key: string | undefined
  /** `ok`, or the error that was answered. */
  code: PortalErrorCode | 'ok'
  /** The HTTP status that was answered. */
  status: number
  /** How long it took, in milliseconds. */
  duration: number
  /** The request id, also in the answer's `x-request-id` and sent to the vendor. */
  requestId: string
  /** Why, in words for the developer that the browser does not get. */
  reason?: string
}

/** The proxy: one function from `Request` to `Response`. It never rejects. */
export type PortalHandler<Context = unknown> = (request: Request, context?: Context) => Promise<Response>

/** How to build a proxy. */
export type PortalHandlerOptions<Context = unknown> = PortalCredentials & {
  /**
   * Says who is asking and what they may do: a grant, `null` or nothing for nobody (401), `false` for somebody who may not
   * (403). When it throws the request is refused with 502 and the reason goes to `onEvent`.
   * Read headers and cookies from the request; its body has been read already.
   */
  authorize: (
    request: Request,
    details: AuthorizeDetails<Context>,
  ) => PortalGrant | null | undefined | false | Promise<PortalGrant | null | undefined | false>
  /** The vendor's base URL; may carry a path prefix. Default `https://connect.getseam.com`. */
  endpoint?: string | undefined
  /** Sends the one request to the vendor. Default the global `fetch`, looked up at each call. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Other origins whose pages may call, such as `https://app.example.com` when this runs on `api.example.com`. */
  origins?: readonly string[] | undefined
  /** Where portals may live. Default the vendor's two origins. */
  portalOrigins?: readonly string[] | undefined
  /** Asked before each call to the vendor. `false`, `{ ok: false }` and a throw stop the call. */
  rateLimit?: ((details: RateLimitDetails) => RateLimitVerdict | Promise<RateLimitVerdict>) | undefined
  /** Told of every request but preflights when its answer is ready. What it throws is ignored. */
  onEvent?: ((event: PortalHandlerEvent) => void | Promise<void>) | undefined
  /** Names of options of create_portal that this version does not know and lets through as they come. */
  extraOptions?: readonly string[] | undefined
  /** How long the vendor may take, its answer read, in milliseconds. Default 15000. */
  timeout?: number | undefined
}
