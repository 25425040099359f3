import type { PortalError } from '../client/PortalError'
import type { CreatePortalRequest } from '../schemas/CreatePortalRequest'
import type { PortalSession } from './createPortalSession'
import type { InitialPortal } from './createLinkEntry'
import type { PortalStatus } from './PORTAL_STATES'

/** What a part of the page wants to show. */
export interface PortalWish {
  request: CreatePortalRequest
  /** A link made on the server, used in place of the first request. */
  initialPortal?: InitialPortal
  /** Whether to show a portal at all. */
  enabled: boolean
  /** Whether the user can see it: a hidden portal is renewed in silence, a visible one is never replaced. */
  visible: boolean
  /** The iframe's name for assistive technology. */
  name: string
}

/** What a part of the page shows. It is the same object until one of its values changes. */
export interface PortalSnapshot {
  readonly status: PortalStatus
  /** Whether a new link is being made while the present state stays. */
  readonly renewing: boolean
  /** Why it failed; only with the status `failed`. */
  readonly error: PortalError | undefined
}

/** One portal on the page, without React. */
export interface PortalController {
  readonly session: PortalSession
  readonly getSnapshot: () => PortalSnapshot
  /** What a server shows, and the browser while React hydrates. */
  readonly getServerSnapshot: () => PortalSnapshot
  readonly subscribe: (onChange: () => void) => () => void
  /** Says what to show from now on. */
  readonly setWish: (wish: PortalWish) => void
  /** Makes a new link, and then a new frame, because the user asked for it. */
  readonly renew: () => void
  /**
   * Shows the portal in an empty element. The returned function stops everything but the frame, which stays: React
   * hides a part and shows it again.
   */
  readonly connect: (slot: Element) => () => void
  /** Hides the frame while React moves its slot. A microtask puts it back. */
  readonly standAside: () => void
  /** The part leaves the page for good: its frame is kept for later, or destroyed. */
  readonly leave: () => void
}
