export { clampOptions } from './clampOptions'
export { createPortalHandler } from './createPortalHandler'
export type { IncomingRequest } from './IncomingRequest'
export type { FrameworkRequest, NodeContext, NodeRequest, NodeResponse } from './NodeRequest'
export type { PortalAnswer } from './PortalAnswer'
export type { PortalAllowances, PortalGrant } from './PortalHandlerOptions'
export type {
  AuthorizeDetails,
  DirectHandler,
  PortalCredentials,
  PortalHandler,
  PortalHandlerEvent,
  PortalHandlerOptions,
  RateLimitDetails,
  RateLimitVerdict,
} from './PortalHandlerOptions'
export { portalCsp } from '../wire/portalUrlProblem'
export { toNodeHandler } from './toNodeHandler'
export type { PortalDirectives } from '../wire/portalUrlProblem'
