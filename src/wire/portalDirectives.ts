import { PORTAL_ORIGINS } from './portalUrlProblem'

/** The directives of a content security policy that let a page show a portal, each with its sources. */
export interface PortalDirectives {
  /** The portal may be shown in a frame. */
  'frame-src': string[]
  /** The page may call a backend of its own origin, and ask whether a portal's origin answers. */
  'connect-src': string[]
}

/** Returns what a page's content security policy must allow, for portals at these origins. */
export function portalDirectives(origins: readonly string[] = PORTAL_ORIGINS): PortalDirectives {
  return { 'frame-src': [...origins], 'connect-src': ["'self'", ...origins] }
}
