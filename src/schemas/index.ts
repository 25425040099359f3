export { LOCALES, type Locale } from '../wire/LOCALES'
export { AccessGrant, Booking, Reservation } from './AccessGrant'
export { CreatePortalRequest } from './CreatePortalRequest'
export { CreatePortalResponse } from './CreatePortalResponse'
export { CustomerData } from './CustomerData'
export { CustomerPortal } from './CustomerPortal'
export { CustomMetadata } from './CustomMetadata'
export { DeepLink } from './DeepLink'
export { DeleteDataRequest } from './DeleteDataRequest'
export {
  type DescribedIssue,
  describeIssues,
  toValidationErrors,
  type ValidationErrors,
} from './describeIssues'
export { LandingPage } from './LandingPage'
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
export { PushDataRequest } from './PushDataRequest'
export { Space } from './Space'
export { StaffMember } from './StaffMember'
export { strictCustomerData } from './strictCustomerData'
