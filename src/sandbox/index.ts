export { createSandbox } from './createSandbox'
export { encodeSnapshot } from './page/encodeSnapshot'
export { makeSnapshot, type SnapshotSource } from './page/makeSnapshot'
export { portalPageHtml } from './page/portalPageHtml'
export type { PortalPlace, PortalSnapshot, PortalStaff, PortalStay } from './page/PortalSnapshot'
export {
  SANDBOX_FAULTS,
  type SandboxFault,
  type SandboxFaultOptions,
} from './SANDBOX_FAULTS'
export type {
  Sandbox,
  SandboxCustomer,
  SandboxOptions,
  SandboxPortal,
  SandboxRequest,
  SandboxWarning,
  SandboxWarningCode,
} from './Sandbox'
