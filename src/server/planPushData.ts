import * as z from 'zod/mini'
import { createReader, MISFIT } from '../schemas/createReader'
import { PushDataRequest } from '../schemas/PushDataRequest'
import type { VendorPlan } from './callVendor'
import { parseInput } from './parseInput'
import { Refusal } from './Refusal'
import { chooseCustomer, isAllowed, type ReadGrant } from './readGrant'

const Wanted = z.partial(PushDataRequest, { customer_key: true })
const readWanted = createReader(Wanted)

/** Makes the body of push_data: the browser's records for a customer of the grant, if the grant allows them. */
export async function planPushData(input: unknown, { grant, customers }: ReadGrant): Promise<VendorPlan> {
  // What the reader does not take, the schema takes or explains.
  const read = readWanted(input)
  const wanted = read === MISFIT ? parseInput(Wanted, input) : (read as z.output<typeof Wanted>)
  const customer_key = chooseCustomer(wanted.customer_key, customers)
  const body = { ...wanted, customer_key }
  if (!(await isAllowed(grant.allow?.push_data, body))) {
    throw new Refusal(
      'forbidden',
      'These records may not be pushed. To allow it, set `allow.push_data` in the grant.',
    )
  }
  return { customer_key, body }
}
