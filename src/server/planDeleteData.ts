import { DeleteDataRequest } from '../schemas/DeleteDataRequest'
import type { VendorPlan } from './callVendor'
import { parseInput } from './parseInput'
import { Refusal } from './Refusal'
import { isAllowed, type ReadGrant } from './readGrant'

/**
 * Makes the body of delete_data. Deleting a customer and deleting records are two rights. The vendor accepts both in
 * one body, where one more list deletes everything a customer has.
 */
export async function planDeleteData(input: unknown, { grant, customers }: ReadGrant): Promise<VendorPlan> {
  const wanted = parseInput(DeleteDataRequest, input)
  const { customer_keys: whole = [], ...records } = wanted
  if (whole.length === 0) {
    if (!(await isAllowed(grant.allow?.delete_data, records))) {
      throw new Refusal(
        'forbidden',
        'These records may not be deleted. To allow it, set `allow.delete_data` in the grant to a function that checks every key.',
      )
    }
    return { customer_key: customers.length === 1 ? customers[0] : undefined, body: records }
  }
  if (Object.values(records).some((keys) => keys && keys.length > 0)) {
    throw new Refusal(
      'invalid_input',
      'customer_keys: Expected without other lists, because it deletes everything the customer has.',
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
      'This customer may not be deleted. To allow deleting one customer of the grant at a time, set `allow.delete_customer` in the grant.',
    )
  }
  return { customer_key, body: { customer_keys: [customer_key] } }
}
