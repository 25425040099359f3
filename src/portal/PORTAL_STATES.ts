/** How far a portal on screen has come: the `status` that a host sees, and the `data-status` of its element. */
export type PortalStatus = 'idle' | 'creating' | 'loading' | 'slow' | 'loaded' | 'expired' | 'failed'

/** What can happen to a portal. */
export type PortalStateEvent =
  /** The host wants the portal, and a user is signed in. */
  | 'enable'
  /** The host wants no portal, or no user is signed in. */
  | 'disable'
  /** A wire value has changed, so another link is needed. */
  | 'change'
  /** The link is there: the first one, or the new one that the user asked for. */
  | 'link'
  /** The link could not be made. */
  | 'link_error'
  /** The user pressed Retry or Reload, or the connection came back. */
  | 'renew'
  /** The frame has received no page for eight seconds. */
  | 'frame_slow'
  /** The frame has fired `load`. */
  | 'frame_load'
  /** The frame shows no portal: a policy blocks it, or nothing answers. */
  | 'frame_error'
  /** The link has ended while the user sees the frame. */
  | 'expire'
  /** The link has ended while the frame is hidden. It is noticed at once, or when the frame becomes visible. */
  | 'expire_hidden'

/** What the controller does on the way from one state to the next, in this order. */
export type PortalEffect =
  /** Take the frame out of the page. */
  | 'remove_frame'
  /** Have a link made, unless a fresh one is there or in flight. */
  | 'request_link'
  /** Have a new link made, because the user asked for it. */
  | 'renew_link'
  /** Make the frame of the link. */
  | 'make_frame'

/** Where an event leads, and what is done on the way. */
export interface PortalTransition {
  to: PortalStatus
  effects?: readonly PortalEffect[]
  /** What `onEvent` is told: that the link has ended, or that a hidden portal is renewed. */
  tell?: 'expire' | 'renew'
}

const disable = to('idle', 'remove_frame')
const change = to('creating', 'remove_frame', 'request_link')
const restart: PortalTransition = { ...change, tell: 'renew' }
const showLink = to('loading', 'remove_frame', 'make_frame')
const fail = to('failed')

/** What happens in every state that has a frame whose link works. */
const live = {
  disable,
  change,
  link: showLink,
  frame_error: fail,
  expire: { ...to('expired'), tell: 'expire' },
  expire_hidden: restart,
} as const

/**
 * The life of a portal: state × event → next state and effects. An event that a state does not list changes nothing.
 * The controller interprets this table, and nothing else derives a status. docs/architecture.md draws it.
 */
export const PORTAL_STATES: Record<PortalStatus, Partial<Record<PortalStateEvent, PortalTransition>>> = {
  idle: {
    enable: change,
  },
  creating: {
    disable,
    change,
    link: showLink,
    link_error: fail,
    renew: to('creating', 'renew_link'),
  },
  loading: {
    ...live,
    renew: to('loading', 'renew_link'),
    frame_slow: to('slow'),
    frame_load: to('loaded'),
  },
  slow: {
    ...live,
    renew: to('slow', 'renew_link'),
    frame_load: to('loaded'),
  },
  loaded: {
    ...live,
    renew: to('loaded', 'renew_link'),
  },
  expired: {
    disable,
    change,
    renew: to('expired', 'renew_link'),
    link: showLink,
    link_error: fail,
    frame_error: fail,
  },
  failed: {
    disable,
    change,
    renew: to('failed', 'renew_link'),
    link: showLink,
    link_error: fail,
    frame_error: fail,
    expire_hidden: restart,
  },
}

function to(status: PortalStatus, ...effects: PortalEffect[]): PortalTransition {
  return { to: status, effects }
}
