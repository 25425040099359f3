export { clampOptions } from './clampOptions'
export { createPortalHandler } from './createPortalHandler'
export type { PortalAllowances, PortalGrant } from './PortalGrant'
export type {
  AuthorizeDetails,
  PortalCredentials,
  PortalHandler,
  PortalHandlerEvent,
  PortalHandlerOptions,
  RateLimitDetails,
  RateLimitVerdict,
} from './PortalHandlerOptions'
export { type NodeContext, type NodeRequest, toNodeHandler } from './toNodeHandler'
