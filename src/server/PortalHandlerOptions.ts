import type { Operation } from '../wire/OPERATIONS'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
import type { IncomingRequest } from './IncomingRequest'
import type { PortalAnswer } from './PortalAnswer'
import type { CustomerData } from '../schemas/CustomerData'
import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import type { PortalOptions } from '../schemas/PortalOptions'

/** A value, or a function of the grant that gives it: for key rotation, a workspace per brand, builds without secrets. */
type OfGrant = string | undefined | ((grant: PortalGrant) => string | Promise<string>)

/** How the backend signs its calls to the vendor: with an API key, or with a personal access token and a workspace. */
export type PortalCredentials =
  | {
      /** The vendor's API key. A string is checked when the handler is made, the result of a function when it is used. */
      apiKey: OfGrant
      personalAccessToken?: undefined
      workspaceId?: undefined
    }
  | {
      apiKey?: undefined
      /** A personal access token of the vendor, `seam_at…`. */
      personalAccessToken: OfGrant
      /** The workspace that the token is used for, a UUID. */
      workspaceId: OfGrant
    }

/** The second argument of `authorize`. */
export interface AuthorizeDetails<Context = unknown> {
  /** What the browser wants to do. */
  operation: Operation
  /** What the browser asks for, not checked yet: enough to choose among the customers of one user. */
  requested: { customer_key: string | undefined }
  /** The second argument of the handler. Under `toNodeHandler` it is `{ req, res }`. */
  context: Context
}

/** The argument of `rateLimit`. */
export interface RateLimitDetails {
  operation: Operation
  /** The customer, where the operation is about one. */
  customer_key: string | undefined
  /** The grant's `actor`. */
  actor: string | undefined
  /** The request. Its body has been read. */
  request: Request
}

/** Whether a call may go on. `retryAfter` is in seconds. */
export type RateLimitVerdict = boolean | { ok: boolean; retryAfter?: number | undefined }

/** What happened to one request. It contains no key, no token and no portal address. */
export interface PortalHandlerEvent {
  /** The operation. Undefined when the path names none. */
  operation: Operation | undefined
  /** The grant's `actor`. Undefined before there is a grant. */
  actor: string | undefined
  /** The customer. Undefined before it is known. */
  customer_key: string | undefined
  /** `ok`, or the code of the error that was answered. */
  code: PortalErrorCode | 'ok'
  /** The HTTP status that was answered. */
  status: number
  /** How long the request took, in milliseconds. */
  duration: number
  /** The request id. The answer's `x-request-id` has it too, and it is sent to the vendor. */
  requestId: string
  /** The cause of an error, for the developer. The browser does not get it. */
  reason?: string
}

/** The backend: one function from `Request` to `Response`. It never rejects. */
export interface PortalHandler<Context = unknown> {
  (request: Request, context?: Context): Promise<Response>
  /** The same handler without `Request` and `Response`. `toNodeHandler` uses it. A handler that wraps this one has none. */
  readonly direct?: DirectHandler | undefined
}

/**
 * A handler's own steps, without a `Request` and a `Response` around them: Node needs neither, and they cost a third of
 * the time. `toNodeHandler` calls it; a function that wraps the handler lacks it and gives the same answers.
 */
export interface DirectHandler {
  /** The handler that these are the steps of. A copy of this property on another function has no effect. */
  readonly of: (request: Request, context?: never) => Promise<Response>
  /** Answers one request. It never rejects. */
  answer: (incoming: IncomingRequest, context: unknown) => Promise<PortalAnswer>
}

/** How to make a handler. */
export type PortalHandlerOptions<Context = unknown> = PortalCredentials & {
  /**
   * Says who the user is and what the user may do. Returns a grant; `null` or `undefined` when the user is signed out
   * (401); `false` when the user may not do this (403). When it throws, the answer is 502 and `onEvent` gets the reason.
   * Read headers and cookies from the request. Its body has been read already.
   */
  authorize: (
    request: Request,
    details: AuthorizeDetails<Context>,
  ) => PortalGrant | null | undefined | false | Promise<PortalGrant | null | undefined | false>
  /** The vendor's base URL. It may have a path. Default `https://connect.getseam.com`. */
  endpoint?: string | undefined
  /** Sends the request to the vendor. Default the global `fetch`, looked up at each call. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /**
   * Other origins whose pages may call, with the user's cookies: `https://app.example.com` when the handler runs on
   * `api.example.com`, or `capacitor://localhost` for an app. A function decides with `true` alone. Danger:
   * every page on an origin that it allows can act as your signed-in user.
   */
  origins?: readonly string[] | ((origin: string) => boolean) | undefined
  /** The origins that portals may live on. Default the vendor's two. */
  portalOrigins?: readonly string[] | undefined
  /** Asked before each call to the vendor. `false`, `{ ok: false }` and a thrown error stop the call. */
  rateLimit?: ((details: RateLimitDetails) => RateLimitVerdict | Promise<RateLimitVerdict>) | undefined
  /** Called for every request but preflights when its answer is ready. An error it throws is ignored. */
  onEvent?: ((event: PortalHandlerEvent) => void | Promise<void>) | undefined
  /** Names of options of create_portal that this version does not know. The handler sends them without a check. */
  extraOptions?: readonly string[] | undefined
  /** How long the vendor's whole answer may take, in milliseconds. Default 15000. */
  timeout?: number | undefined
}

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
