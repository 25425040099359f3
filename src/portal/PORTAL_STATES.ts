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
  /** The next state. Without it, the state stays. */
  to?: PortalStatus
  /** What `onEvent` is told: that the link has ended, or that a hidden portal is renewed. */
  tell?: 'expire' | 'renew'
  effects?: readonly PortalEffect[]
}

const start = { to: 'creating', effects: ['remove_frame', 'request_link'] } as const
const fail = { to: 'failed' } as const

/** What each event does. It is the same in every state that lists the event. */
export const PORTAL_TRANSITIONS: Record<PortalStateEvent, PortalTransition> = {
  enable: start,
  disable: { to: 'idle', effects: ['remove_frame'] },
  change: start,
  link: { to: 'loading', effects: ['remove_frame', 'make_frame'] },
  link_error: fail,
  renew: { effects: ['renew_link'] },
  frame_slow: { to: 'slow' },
  frame_load: { to: 'loaded' },
  frame_error: fail,
  expire: { to: 'expired', tell: 'expire' },
  expire_hidden: { ...start, tell: 'renew' },
}

/** The events of every state that has a frame whose link works. */
const live = ['disable', 'change', 'renew', 'link', 'frame_error', 'expire', 'expire_hidden'] as const

/**
 * The life of a portal: the events that each state reacts to. An event that a state does not list changes nothing.
 * The controller interprets the two tables, and nothing else derives a status. docs/architecture.md draws them.
 */
export const PORTAL_STATES: Record<PortalStatus, readonly PortalStateEvent[]> = {
  idle: ['enable'],
  creating: ['disable', 'change', 'renew', 'link', 'link_error'],
  loading: [...live, 'frame_slow', 'frame_load'],
  slow: [...live, 'frame_load'],
  loaded: live,
  expired: ['disable', 'change', 'renew', 'link', 'link_error', 'frame_error'],
  failed: ['disable', 'change', 'renew', 'link', 'link_error', 'frame_error', 'expire_hidden'],
}
