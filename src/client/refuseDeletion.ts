import type { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import { PortalError } from './PortalError'

/**
 * Refuses a deletion that says more than its caller may mean. `customer_keys` deletes everything those customers have,
 * so it needs the loud option, and stands alone: beside other lists it would make them pointless.
 */
export function refuseDeletion(keys: DeleteDataRequest, deleteEverythingOfCustomers = false): void {
  const lists = Object.entries(keys).filter(([, list]) => list?.length)
  const whole = lists.some(([name]) => name === 'customer_keys')
  if (whole && (!deleteEverythingOfCustomers || lists.length > 1)) {
    throw new PortalError(
      'invalid_input',
      'customer_keys deletes everything these customers have. Send it alone, with deleteEverythingOfCustomers: true, or list the records to delete.',
    )
  }
}
