import type { PortalLink } from '../../src/index'

/** Makes a portal with the official client at an endpoint. */
export declare function createPortal(endpoint: string): Promise<PortalLink>
