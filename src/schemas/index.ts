export { LOCALES, type Locale } from '../wire/LOCALES'
export { AccessGrant, Booking, Reservation } from './AccessGrant'
export { CreatePortalRequest } from './CreatePortalRequest'
export { CreatePortalResponse } from './CreatePortalResponse'
export { CustomerData } from './CustomerData'
export { CustomerPortal } from './CreatePortalResponse'
export { CustomMetadata } from './CustomMetadata'
export { DeepLink } from './PortalOptions'
export {
  DeleteDataRequest,
  type DeletionKeys,
  type RecordKeys,
  type WholeCustomers,
} from './DeleteDataRequest'
export {
  type DescribedIssue,
  describeIssues,
  toValidationErrors,
  type ValidationErrors,
} from './describeIssues'
export { LandingPage } from './PortalOptions'
export {
  Building,
  CommonArea,
  Facility,
  Listing,
  Property,
  PropertyListing,
  Room,
  Site,
  Unit,
} from './Location'
export { Guest, Resident, Tenant, User, UserIdentity } from './Person'
export { PortalFeatures } from './PortalFeatures'
export { PortalLink } from './PortalLink'
export { CustomerResourcesFilter, PortalOptions } from './PortalOptions'
export { PushDataRequest } from './CustomerData'
export { Space } from './Location'
export { StaffMember } from './Person'
export { strictCustomerData } from './strictCustomerData'
