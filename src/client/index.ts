export type { CustomerData } from '../schemas/CustomerData'
export type {
  DeleteDataRequest,
  DeletionKeys,
  RecordKeys,
  WholeCustomers,
} from '../schemas/DeleteDataRequest'
export type { PortalLink } from '../schemas/PortalLink'
export type { PortalOptions } from '../schemas/PortalOptions'
export type { PortalErrorCode } from '../wire/PORTAL_ERRORS'
export {
  type CreatePortalInput,
  createPortalClient,
  type DeleteDataOptions,
  type PortalCallOptions,
  type PortalClient,
  type PortalClientOptions,
} from './createPortalClient'
export { isPortalError } from './PortalError'
export { PortalError, type PortalErrorDetails } from './PortalError'
