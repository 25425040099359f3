export { createTestPortal } from './createTestPortal'
export { installDialog } from './installDialog'
export { type FrameErrorCode, loadFrames, type LoadFramesOptions } from './loadFrames'
export { portalDecorator, type PortalDecorator, type PortalDecoratorOptions } from './portalDecorator'
export { type RoutablePage, type RoutableRequest, type RoutableRoute, routePortal } from './routePortal'
export type {
  TestFailureOptions,
  TestPortal,
  TestPortalOptions,
  TestProviderProps,
  TestRequest,
} from './TestPortal'
