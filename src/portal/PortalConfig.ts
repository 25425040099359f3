import type { DeleteDataOptions } from '../client/createPortalClient'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { CustomerData } from '../schemas/CustomerData'
import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import type { PortalErrorCode } from '../wire/PORTAL_ERRORS'

/**
 * Any object that reaches a backend. Each method is optional and gives the vendor's answer, the bare link, or the
 * vendor's error envelope. A server action becomes one in a closure: `{ createPortal: (body) => action(body) }`.
 */
export interface PortalBackend {
  createPortal?: (body: CreatePortalRequest, call: { signal: AbortSignal }) => Promise<unknown>
  pushData?: (body: CustomerData, call: { signal: AbortSignal }) => Promise<unknown>
  deleteData?: (
    body: DeleteDataRequest,
    call: DeleteDataOptions & { signal: AbortSignal },
  ) => Promise<unknown>
}

/** Something that happened, for analytics and error reports. It never holds an address, a token or a key. */
export type PortalEvent =
  | { type: 'create'; duration: number }
  | { type: 'open'; presentation: PortalPresentation }
  | { type: 'load' | 'slow' | 'push'; duration: number }
  | { type: 'error'; code: PortalErrorCode; requestId?: string | undefined }
  | { type: 'expire' | 'renew' }
  | { type: 'close'; reason: PortalCloseReason }

/** Where a portal opens. */
export type PortalPresentation = 'dialog' | 'drawer' | 'tab'

/**
 * What opened or closed a dialog. `modal`: the host's modal that it stood in was removed or hidden. `unavailable`: its
 * code could not be loaded, so nothing opened.
 */
export type PortalCloseReason = 'trigger' | 'close' | 'escape' | 'backdrop' | 'host' | 'modal' | 'unavailable'

/** What every part below a provider shares. It is read at each use, so a new callback or header restarts nothing. */
export interface PortalConfig {
  client: PortalBackend
  portalOrigins: readonly string[]
  /** Whether the library may ask the portal's origin if it answers. */
  probe: boolean
  /** Permissions of the frame beside ours, in the words of an iframe's `allow`. Read when a frame is made. */
  allow?: string | undefined
  onEvent: ((event: PortalEvent) => void) | undefined
  /** Told of each step of a portal's state machine, for `debug`. */
  onTransition?: ((from: string, event: string, to: string) => void) | undefined
}
