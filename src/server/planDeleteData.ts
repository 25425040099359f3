import { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import { isAllowed } from './isAllowed'
import { parseInput } from './parseInput'
import { Refusal } from './Refusal'
import type { ReadGrant } from './readGrant'
import type { VendorPlan } from './VendorPlan'

/**
 * Decides what delete_data is asked for. Deleting a customer and deleting records are two rights: the vendor would
 * take both in one body, where one list too many deletes everything a customer has.
 */
export async function planDeleteData(input: unknown, { grant, customers }: ReadGrant): Promise<VendorPlan> {
  const wanted = parseInput(DeleteDataRequest, input)
  const { customer_keys: whole = [], ...records } = wanted
  if (whole.length === 0) {
    if (!(await isAllowed(grant.allow?.delete_data, records))) {
      throw new Refusal(
        'forbidden',
        'These records may not be deleted. To open delete_data, set allow.delete_data in the grant to a function that checks every key.',
      )
    }
    return { customer_key: customers.length === 1 ? customers[0] : undefined, body: records }
  }
  if (Object.values(records).some((keys) => keys && keys.length > 0)) {
    throw new Refusal(
      'invalid_input',
      'customer_keys: Expected to stand alone, because it deletes everything the customer has.',
    )
  }
  const [customer_key] = whole
  if (
    whole.length > 1 ||
    customer_key === undefined ||
    !customers.includes(customer_key) ||
    grant.allow?.delete_customer !== true
  ) {
    throw new Refusal(
      'forbidden',
      'This customer may not be deleted. To let a customer of the grant be deleted, one at a time, set allow.delete_customer in the grant.',
    )
  }
  return { customer_key, body: { customer_keys: [customer_key] } }
}
